# V119: those of its tasks among them; without the key the provider is Consul
# expect: service-mixed-providers error
# mended:
job "shop" {
  group "web" {
    service {
      name = "web"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name     = "admin"
        provider = "nomad" # <-
      }
    }
  }
}
