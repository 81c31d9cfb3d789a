job "web" {
  group "api" {
    task "server" {
      driver = "docker"

      env {
        HOSTS = join(",", tolist(["a", "b"]))
        NAME  = uper("web")
      }
    }
  }
}
