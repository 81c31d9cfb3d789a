# V134: the port of the service counts where the check has none
# expect: check-numeric-port error
# mended: check {\n  address_mode = "driver"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name         = "web"
        port         = "8080"
        address_mode = "driver"

        check { # <-
          type     = "tcp"
          interval = "10s"
          timeout  = "2s"
        }
      }
    }
  }
}
