# V132: a label with the driver's address has to exist, too
# expect: port-unknown-label error
# mended: port = "http"
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
        name         = "web"
        port         = "htpp" # <-
        address_mode = "driver"
      }
    }
  }
}
