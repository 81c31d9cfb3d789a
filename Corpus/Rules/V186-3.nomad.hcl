# V186: a key and its certificate go together
# expect: terminating-service error
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
              key_file = "/secrets/key.pem" # <-
            }
          }
        }
      }
    }
  }
}
