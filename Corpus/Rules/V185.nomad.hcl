# V185: a linked service has a name
# expect: terminating-service error
# mended: name = "legacy"
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
              name = "" # <-
            }
          }
        }
      }
    }
  }
}
