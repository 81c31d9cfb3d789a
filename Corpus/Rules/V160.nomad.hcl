# V160: a connect block is one of native, sidecar_service and gateway
# expect: connect-several-kinds error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      connect { # <-
        native = true
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
