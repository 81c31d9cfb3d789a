# V143: the timeout is at least a second
# expect: check-missing-interval error
# mended: timeout = "1s"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "tcp"
        timeout  = "999ms" # <-
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
