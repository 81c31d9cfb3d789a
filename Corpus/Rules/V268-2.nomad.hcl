# V268: a group with a transparent proxy leaves DNS alone
# expect: transparent-proxy error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
      dns { # <-
        servers = ["10.0.0.2"]
      }
    }
    service {
      name = "web"
      port = "8080"
      connect {
        sidecar_service {
          proxy {
            transparent_proxy {}
          }
        }
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
