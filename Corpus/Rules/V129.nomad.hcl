# V129: two services of a task differ in name or port
# expect: service-duplicate error
# mended: name = "admin"
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
      }

      service {
        name = "web" # <-
        port = "http"
      }
    }
  }
}
