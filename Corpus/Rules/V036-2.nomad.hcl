# V036: a group that holds nothing but a Consul gateway gets its task from the server
# expect: nothing
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }

    service {
      name = "entry"
      port = "8080"

      connect {
        gateway {
          ingress {
            listener {
              port     = 8080
              protocol = "tcp"

              service {
                name = "web"
              }
            }
          }
        }
      }
    }
  }
}
