# V173: a gateway is one of ingress, terminating and mesh
# expect: gateway-kind error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "gate"
      port = "8080"
      connect {
        gateway { # <-
          terminating {
            service {
              name = "legacy"
            }
          }
          ingress {
            listener {
              port = 8080
              service {
                name = "db"
              }
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
