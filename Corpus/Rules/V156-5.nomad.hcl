# V156: since 1.7.3 a check of a service registered with Nomad may count failures
# expect: nothing
# target-version: 1.7.3
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
        failures_before_critical = 2
        failures_before_warning = 1
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
