# V131: a check of a task's service does not use the allocation's address
# expect: service-address-mode error
# mended: address_mode = "host"
# mended:
job "shop" {
  group "web" {
    network {
      port "http" {}
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"
        port = "http"

        check {
          type         = "tcp"
          address_mode = "alloc" # <-
          interval     = "10s"
          timeout      = "2s"
        }
      }
    }
  }
}
