# V152: a check of a service registered with Nomad has no on_update "ignore_warnings"
# expect: check-consul-only error
# mended: on_update = "require_healthy"
# mended: on_update = "ignore"
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    service {
      name = "web"
      port = "http"
      provider = "nomad"
      check {
        type = "tcp"
        on_update = "ignore_warnings" # <-
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
