# V136: a service with a sidecar has no tcp check
# expect: check-tcp-in-mesh error
# mended: type = "http"\npath = "/health"
# mended: type = "grpc"
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }

    service {
      name = "web"
      port = "8080"

      connect {
        sidecar_service {}
      }

      check {
        type     = "tcp" # <-
        interval = "10s"
        timeout  = "2s"
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
