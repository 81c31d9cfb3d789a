# V142: the interval is at least a second
# expect: check-missing-interval error
# mended: interval = "1s"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "tcp"
        interval = "999ms" # <-
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
