# V057: the services of a group are valid
# expect: service-duplicate error
# mended: name = "admin"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"
    }

    service {
      name = "web" # <-
      port = "80"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
