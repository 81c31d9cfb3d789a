# V169: an exposed check belongs to a service of a group, not of a task
# expect: check-expose error
# mended: expose = false
# mended:
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      service {
        name = "web"
        port = "http"
        check {
          type = "http"
          path = "/health"
          expose = true # <-
          interval = "10s"
          timeout  = "2s"
        }
      }
    }
  }
}
