# V180: a listener has a service behind it
# expect: ingress-listener error
# mended: listener {\n  service {\n    name = "db"\n  }
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
            listener { # <-
              port = 8080
            }
          }
        }
      }
    }
  }
}
