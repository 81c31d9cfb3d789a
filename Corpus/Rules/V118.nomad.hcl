# V118: two services of a group differ in name, task or port
# expect: service-duplicate error
# mended: name = "admin"
# mended: name = "web"\ntask = "server"
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
