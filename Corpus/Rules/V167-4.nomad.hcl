# V167: the mode has to be written, even if it is "host"
# expect: gateway-network error
# mended: network {\n  mode = "host"
job "shop" {
  group "web" {
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
