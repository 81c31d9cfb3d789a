# V289: a second bind address of the same name takes the place of the first
# expect: schema-repeated-label warning
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
              port = 8443
            }
            envoy_gateway_bind_addresses "wan" { # <-
              address = "10.0.0.2"
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
