# V142: a check has an interval
# expect: check-missing-interval error
# mended: check {\n  interval = "10s"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check { # <-
        type    = "tcp"
        timeout = "2s"
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
