# V160: a sidecar is no gateway
# expect: connect-several-kinds error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      connect { # <-
        sidecar_service {}
        gateway {
          terminating {
            service {
              name = "legacy"
            }
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
