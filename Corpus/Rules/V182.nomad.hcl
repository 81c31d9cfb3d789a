# V182: a tcp listener names its service plainly
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
                name = "*" # <-
              }
            }
          }
        }
      }
    }
  }
}
