# V162: the mode has to be written
# expect: connect-without-bridge error
# mended: network {\n  mode = "bridge"
job "shop" {
  group "web" {
    network { # <-
      port "admin" {}
    }
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
