# V122: a service with an address of its own keeps the mode auto
# expect: service-address-mode error
# mended: address_mode = "auto"
# mended:
job "shop" {
  group "web" {
    service {
      name         = "web"
      address      = "shop.example.com"
      address_mode = "host" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
