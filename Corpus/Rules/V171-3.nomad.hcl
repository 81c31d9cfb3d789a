# V171: a service without a port has nothing to expose
# expect: check-expose error
# mended: service {\n  port = "8080"
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service { # <-
      name = "web"
      connect {
        sidecar_service {}
      }
      check {
        type = "http"
        path = "/health"
        expose = true
        interval = "10s"
        timeout  = "2s"
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
