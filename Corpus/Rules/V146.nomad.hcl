# V146: "on_update" of a check is require_healthy, ignore_warnings or ignore
# expect: service-unknown-on-update error
# mended: on_update = "require_healthy"
# mended: on_update = "ignore_warnings"
# mended: on_update = "ignore"
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
        on_update = "healthy" # <-
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
