job "web" {
  datacenters = ["dc1"]

  group "api" {
    network {
      port http {
  to = 80
 }
 port 80 {}
    }
    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
