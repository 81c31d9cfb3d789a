# V177: an ingress gateway has a listener
# expect: ingress-listener error
# mended: ingress {\n  listener {\n    port = 8080\n    service {\n      name = "db"\n    }\n  }\n}
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
          ingress {} # <-
        }
      }
    }
  }
}
