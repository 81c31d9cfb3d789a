job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" "docker" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
