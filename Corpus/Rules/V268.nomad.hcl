# V268: a group with a transparent proxy has one connect block
# expect: transparent-proxy error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      connect {
        sidecar_service {
          proxy {
            transparent_proxy {} # <-
          }
        }
      }
    }
    service {
      name = "api"
      port = "9090"
      connect {
        sidecar_service {}
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
