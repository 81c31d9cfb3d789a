# V186: a server name needs the CA
# expect: terminating-service error
# mended: sni = "legacy.example.com"\nca_file = "/secrets/ca.pem"
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
          terminating {
            service {
              name = "legacy"
              sni = "legacy.example.com" # <-
            }
          }
        }
      }
    }
  }
}
