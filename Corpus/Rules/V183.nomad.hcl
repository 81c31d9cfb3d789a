# V183: the wildcard service takes no hosts
# expect: ingress-service error
# mended: hosts = []
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
          ingress {
            listener {
              port = 8080
              protocol = "http"
              service {
                name = "*"
                hosts = ["db.example.com"] # <-
              }
            }
          }
        }
      }
    }
  }
}
