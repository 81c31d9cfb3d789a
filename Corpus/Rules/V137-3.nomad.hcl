# V137: a check has a type
# expect: check-unknown-type error
# mended: check {\n  type = "http"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check { # <-
        path     = "/"
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
