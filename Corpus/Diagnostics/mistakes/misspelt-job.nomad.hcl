jobb "web" {
  group "api" {
    task "server" {
      driver = "docker"
    }
  }
}
