# V186: a certificate and its key go together
# expect: terminating-service error
# mended: cert_file = "/secrets/cert.pem"\nkey_file = "/secrets/key.pem"
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
              ca_file = "/secrets/ca.pem"
              cert_file = "/secrets/cert.pem" # <-
            }
          }
        }
      }
    }
  }
}
