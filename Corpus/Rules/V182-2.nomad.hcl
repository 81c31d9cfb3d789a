# V182: a tcp listener tells no hosts apart
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
              protocol = "tcp"
              service {
                name = "db"
                hosts = ["db.example.com"] # <-
              }
            }
          }
        }
      }
    }
  }
}
