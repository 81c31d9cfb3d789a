# V118: a service that belongs to no task is registered like one of a task called "group"
# expect: service-duplicate error
# mended: name = "admin"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "http"
    }

    network {
      port "http" {}
    }

    task "group" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web" # <-
        port = "http"
      }
    }
  }
}
