job "web" {
  group "api" {
    task "server" {
      driver = "docker"

      resource {
        cpu = 500
      }
    }
  }
}
