# V161: a group with a sidecar has one network only
# expect: connect-without-bridge error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
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
