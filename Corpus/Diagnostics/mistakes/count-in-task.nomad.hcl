job "web" {
  group "api" {
    task "server" {
      driver = "docker"
      count  = 3
    }
  }
}
