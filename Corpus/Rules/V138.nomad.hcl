# V138: an http check has a path
# expect: check-http-path error
# mended: check {\n  path = "/"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check { # <-
        type     = "http"
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
