# V173: a gateway is ingress, terminating or mesh
# expect: gateway-kind error
# mended: gateway {\n  terminating {\n    service {\n      name = "legacy"\n    }\n  }\n}
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "gate"
      port = "8080"
      connect {
        gateway {} # <-
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
