job "web" {
  datacenters = ["dc1"]
  type = "services"
  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
