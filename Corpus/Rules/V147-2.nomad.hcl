# V147: a check_restart of the service counts for each of its checks
# expect: check-restart-conflict error
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    service {
      name = "web"
      port = "http"
      check_restart { # <-
        limit = 3
      }
      check {
        type = "tcp"
        on_update = "ignore"
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
