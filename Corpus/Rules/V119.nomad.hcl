# V119: the services of a group have one provider
# expect: service-mixed-providers error
# mended: provider = "nomad"
job "shop" {
  group "web" {
    service {
      name     = "web"
      provider = "nomad"
    }

    service {
      name     = "admin"
      provider = "consul" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
