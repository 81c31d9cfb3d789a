# V168: a native service has no proxy that could expose a check
# expect: check-expose error
# mended:
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      connect {
        native = true
      }
      check {
        type = "http"
        path = "/health"
        expose = true # <-
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
