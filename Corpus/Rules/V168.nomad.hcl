# V168: an exposed check belongs to a service with a sidecar
# expect: check-expose error
# mended: expose = false
# mended:
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
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
