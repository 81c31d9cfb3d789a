# V085: the delays of an exponential policy stay below the interval
# expect: reschedule-impossible error
# mended: attempts = 2
job "shop" {
  group "web" {
    reschedule {
      attempts       = 3 # <-
      interval       = "2m"
      delay          = "30s"
      delay_function = "exponential"
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
