# V171: the port behind an exposed check is a number, or the label of a static port
# expect: check-expose error
# mended: port = "8080"
job "shop" {
  group "web" {
    network {
      mode = "bridge"
      port "http" {}
    }
    service {
      name = "web"
      port = "http" # <-
      connect {
        sidecar_service {}
      }
      check {
        type = "http"
        path = "/health"
        expose = true
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
