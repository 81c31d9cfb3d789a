# V121: the address mode of a service is auto, alloc, driver or host
# expect: service-unknown-address-mode error
# mended: address_mode = "auto"
# mended: address_mode = "alloc"
# mended: address_mode = "host"
# mended: address_mode = ""
job "shop" {
  group "web" {
    service {
      name         = "web"
      address_mode = "bridge" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
