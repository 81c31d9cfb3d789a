# V134: the number is above 0
# expect: check-numeric-port error
# mended: port = "1"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"

        check {
          type         = "tcp"
          port         = "0" # <-
          address_mode = "driver"
          interval     = "10s"
          timeout      = "2s"
        }
      }
    }
  }
}
