# V155: the method of an http check of a service registered with Nomad is one of HTTP
# expect: check-unknown-method error
# mended: method = "HEAD"
# mended: method = "POST"
# mended: method = "DELETE"
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
        method = "FETCH" # <-
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
