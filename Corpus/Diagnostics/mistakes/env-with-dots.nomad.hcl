job "web" {
  group "api" {
    task "server" {
      driver = "docker"

      env {
        server.port = 8080
      }
    }
  }
}
