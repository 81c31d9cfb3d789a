# V144: the initial status is passing, warning or critical
# expect: check-unknown-status error
# mended: initial_status = "passing"
# mended: initial_status = "warning"
# mended: initial_status = "critical"
# mended: initial_status = ""
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type           = "tcp"
        initial_status = "healthy" # <-
        interval       = "10s"
        timeout        = "2s"
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
