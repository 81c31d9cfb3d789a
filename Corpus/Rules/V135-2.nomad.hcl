# V135: an http check has a port of its own or its service's
# expect: check-missing-port error
# mended: check {\n  port = "8080"
job "shop" {
  group "web" {
    service {
      name = "web"

      check { # <-
        type     = "http"
        path     = "/health"
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
