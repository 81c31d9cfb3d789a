# V149: the limit of check_restart is not negative
# expect: check-restart-negative error
# mended: limit = 0
# mended: limit = 3
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
          limit = -1 # <-
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
