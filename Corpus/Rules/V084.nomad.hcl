# V084: attempts are counted in an interval of at least 15s
# expect: reschedule-delay error
# mended: interval = "15s"
job "shop" {
  group "web" {
    reschedule {
      attempts       = 1
      interval       = "14s" # <-
      delay          = "5s"
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
