# V181: a service behind a listener has a name
# expect: ingress-service error
# mended: name = "db"
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
              service {
                name = "" # <-
              }
            }
          }
        }
      }
    }
  }
}
