job "web" {
  datacenters = "dc1"

  group "api" {
    service {
      port = "http"
      tags = "frontend"
    }

    task "server" {
      driver = "docker"
    }
  }
}
