# V181: a name has to be written
# expect: ingress-service error
# mended: service {\n  name = "db"
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
              service { # <-
                hosts = ["db.example.com"]
              }
            }
          }
        }
      }
    }
  }
}
