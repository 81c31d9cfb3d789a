# V167: the network of a gateway is in mode "bridge" or "host"
# expect: gateway-network error
# mended: mode = "bridge"
# mended: mode = "host"
job "shop" {
  group "web" {
    network {
      mode = "none" # <-
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
