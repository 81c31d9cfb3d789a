# V080: a policy counts its attempts or is unlimited, not both
# expect: reschedule-ambiguous error
# mended: attempts = 0
# mended:
job "shop" {
  group "web" {
    reschedule {
      attempts  = 3 # <-
      interval  = "1h"
      unlimited = true
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
