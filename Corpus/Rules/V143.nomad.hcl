# V143: a check has a timeout
# expect: check-missing-interval error
# mended: check {\n  timeout = "1s"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check { # <-
        type     = "tcp"
        interval = "10s"
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
