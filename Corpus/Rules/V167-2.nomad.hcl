# V167: a group with a gateway has one network only
# expect: gateway-network error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    network { # <-
      port "admin" {}
    }
    service {
      name = "gate"
      port = "8080"
      connect {
        gateway {
          terminating {
            service {
              name = "legacy"
            }
          }
        }
      }
    }
  }
}
