# V145: the address mode of a check is alloc, driver or host; auto is for services
# expect: check-unknown-address-mode error
# mended: address_mode = "alloc"
# mended: address_mode = "driver"
# mended: address_mode = "host"
# mended: address_mode = ""
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type         = "tcp"
        address_mode = "auto" # <-
        interval     = "10s"
        timeout      = "2s"
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
