# V134: a number for the port of a task's check goes with the driver's address only
# expect: check-numeric-port error
# mended: port = "8080"\naddress_mode = "driver"
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
          type     = "tcp"
          port     = "8080" # <-
          interval = "10s"
          timeout  = "2s"
        }
      }
    }
  }
}
