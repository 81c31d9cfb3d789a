# V085: the last delay of a fibonacci policy is not above the interval
# expect: reschedule-impossible error
# mended: attempts = 3
job "shop" {
  group "web" {
    reschedule {
      attempts       = 4 # <-
      interval       = "1m"
      delay          = "30s"
      delay_function = "fibonacci"
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
