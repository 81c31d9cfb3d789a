# V160: a connect block is at least one of native, sidecar_service and gateway
# expect: connect-several-kinds error
# mended: connect {\n  sidecar_service {}\n}
# mended: connect {\n  native = true\n}
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      connect {} # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
