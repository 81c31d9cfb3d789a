# V085: the attempts of a constant delay fit into the interval
# expect: reschedule-impossible error
# mended: attempts = 3
job "shop" {
  group "web" {
    reschedule {
      attempts       = 4 # <-
      interval       = "90s"
      delay          = "30s"
      delay_function = "constant"
      unlimited      = false
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
