# V085: max_delay ends the growth of a delay
# expect: reschedule-impossible error
# mended: attempts = 3
job "shop" {
  group "web" {
    reschedule {
      attempts       = 5 # <-
      interval       = "130s"
      delay          = "30s"
      delay_function = "exponential"
      max_delay      = "40s"
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
