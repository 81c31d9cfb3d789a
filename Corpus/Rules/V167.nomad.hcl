# V167: a group with a gateway has a network
# expect: gateway-network error
# mended: group "web" {\n  network {\n    mode = "bridge"\n  }
# mended: group "web" {\n  network {\n    mode = "host"\n  }
job "shop" {
  group "web" { # <-
    service {
      name = "gate"
      port = "8080"
      connect {
        gateway {
          terminating {
            service {
              name = "legacy"
            }
          }
        }
      }
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
