# V176: an address to listen on has a port
# expect: gateway-proxy error
# mended: port = 8443
# mended: port = -1
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
              address = "10.0.0.1"
              port = 0 # <-
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
