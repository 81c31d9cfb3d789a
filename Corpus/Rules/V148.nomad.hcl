# V148: a check_restart under on_update "ignore_warnings" ignores warnings itself
# expect: check-restart-conflict error
# mended: check_restart {\n  ignore_warnings = true
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
        on_update = "ignore_warnings"
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
