# V132: a number is fine only with the driver's address
# expect: port-unknown-label error
# mended: port = "8080"\naddress_mode = "driver"
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
        port = "8080" # <-
      }
    }
  }
}
