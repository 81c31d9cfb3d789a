# V114: the services of a group and of its tasks are valid together
# expect: service-duplicate error
# mended: name = "admin"
job "shop" {
  group "web" {
    service {
      name = "web"
      task = "server"
      port = "80"
    }

    network {
      port "http" {
        static = 80
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name         = "web" # <-
        port         = "80"
        address_mode = "driver"
      }
    }
  }
}
