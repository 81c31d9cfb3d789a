# V127: a service of a task does not have the allocation's address
# expect: service-address-mode error
# mended: address_mode = "host"
# mended: address_mode = "driver"
# mended: address_mode = "auto"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name         = "web"
        address_mode = "alloc" # <-
      }
    }
  }
}
