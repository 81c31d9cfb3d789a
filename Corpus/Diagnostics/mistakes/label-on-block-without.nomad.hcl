job "web" {
  group "api" {
    service "api" {
      port = "http"
    }

    task "server" {
      driver = "docker"
    }
  }
}
