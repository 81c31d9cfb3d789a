# V115: a service of a group does not have the driver's address
# expect: service-address-mode error
# mended: address_mode = "alloc"
# mended: address_mode = "host"
# mended: address_mode = "auto"
# mended: address_mode = ""
job "shop" {
  group "web" {
    service {
      name         = "web"
      address_mode = "driver" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
