# V151: a check of a service registered with Nomad is not exposed
# expect: check-consul-only error
# mended: expose = false
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
        expose = true # <-
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
