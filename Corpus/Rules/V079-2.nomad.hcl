# V079: the interval is not negative
# expect: reschedule-ambiguous error
# mended: attempts = 0
job "shop" {
  group "web" {
    reschedule {
      attempts  = 1 # <-
      interval  = "-1h"
      unlimited = false
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
