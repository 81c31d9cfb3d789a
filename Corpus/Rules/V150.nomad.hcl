# V150: the grace of check_restart is not negative
# expect: check-restart-negative error
# mended: grace = "0s"
# mended: grace = "90s"
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    service {
      name = "web"
      port = "http"
      check {
        type = "tcp"
        check_restart {
          limit = 3
          grace = "-1s" # <-
        }
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
