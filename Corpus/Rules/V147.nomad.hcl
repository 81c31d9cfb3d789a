# V147: a check with on_update "ignore" has no check_restart
# expect: check-restart-conflict error
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
        on_update = "ignore"
        check_restart { # <-
          limit = 3
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
