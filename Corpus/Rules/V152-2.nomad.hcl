# V152: a check of a service registered with Nomad does not get it from the service either
# expect: check-consul-only error
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
      on_update = "ignore_warnings" # <-
      check {
        type = "tcp"
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
