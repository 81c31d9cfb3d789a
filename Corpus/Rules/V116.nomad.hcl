# V116: a check of a group's service that names a task does not use the driver's address
# expect: service-address-mode error
# mended: address_mode = "host"
# mended: address_mode = "alloc"
# mended:
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type         = "http"
        path         = "/health"
        task         = "server"
        address_mode = "driver" # <-
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
