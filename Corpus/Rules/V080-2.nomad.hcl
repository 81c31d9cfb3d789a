# V080: a service is rescheduled without limit unless the policy says otherwise
# expect: reschedule-ambiguous error
# mended: attempts = 3\nunlimited = false
# mended:
job "shop" {
  group "web" {
    reschedule {
      attempts = 3 # <-
      interval = "1h"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
