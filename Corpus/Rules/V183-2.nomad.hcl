# V183: a named service takes hosts, and the wildcard none
# expect: nothing
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
                name = "db"
                hosts = ["db.example.com"]
              }
              service {
                name = "*"
              }
            }
          }
        }
      }
    }
  }
}
