# V176: an address to listen on has an address
# expect: gateway-proxy error
# mended: address = "10.0.0.1"
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "gate"
      port = "8080"
      connect {
        gateway {
          proxy {
            envoy_gateway_bind_addresses "wan" {
              address = "" # <-
              port = 8443
            }
          }
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
