# V184: a terminating gateway has a service
# expect: terminating-service error
# mended: terminating {\n  service {\n    name = "legacy"\n  }\n}
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
          terminating {} # <-
        }
      }
    }
  }
}
