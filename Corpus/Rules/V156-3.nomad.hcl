# V156: a check of a service registered with Nomad has no tls_server_name
# expect: check-consul-only error
# mended: tls_server_name = ""
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
        tls_server_name = "web.example.com" # <-
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
