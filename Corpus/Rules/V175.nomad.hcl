# V175: a gateway resolves names by STRICT_DNS or LOGICAL_DNS
# expect: gateway-proxy error
# mended: envoy_dns_discovery_type = "STRICT_DNS"
# mended: envoy_dns_discovery_type = "LOGICAL_DNS"
# mended: envoy_dns_discovery_type = ""
# mended:
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
            envoy_dns_discovery_type = "strict_dns" # <-
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
