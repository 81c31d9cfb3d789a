# V156: a check of a service registered with Nomad has no success_before_passing
# expect: check-consul-only error
# mended: success_before_passing = 0
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
        type = "http"
        path = "/health"
        success_before_passing = 2 # <-
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
