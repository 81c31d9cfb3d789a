job "web" {
  datacenters = ["dc1"]

  group "api" {
    port "http" {
      to = 80
    }
    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
