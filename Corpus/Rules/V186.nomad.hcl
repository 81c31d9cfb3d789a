# V186: a certificate needs the CA
# expect: terminating-service error
# mended: cert_file = "/secrets/cert.pem"\nca_file = "/secrets/ca.pem"
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
              key_file = "/secrets/key.pem"
              cert_file = "/secrets/cert.pem" # <-
            }
          }
        }
      }
    }
  }
}
