# V178: the port of a listener is above 0
# expect: ingress-listener error
# mended: port = 1
# mended: port = 8080
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
              port = 0 # <-
              service {
                name = "db"
              }
            }
          }
        }
      }
    }
  }
}
