# V161: a group with a sidecar has a network
# expect: connect-without-bridge error
# mended: group "web" {\n  network {\n    mode = "bridge"\n  }
job "shop" {
  group "web" { # <-
    service {
      name = "web"
      port = "8080"
      connect {
        sidecar_service {}
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
