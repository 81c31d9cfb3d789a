# V153: check_restart of a service registered with Nomad has no ignore_warnings
# expect: check-consul-only error
# mended: ignore_warnings = false
# mended:
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
        check_restart {
          limit           = 3
          ignore_warnings = true # <-
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
