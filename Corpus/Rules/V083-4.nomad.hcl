# V083: where max_delay is not written, the delay is to blame
# expect: reschedule-delay error
# mended: delay = "1h"
job "shop" {
  group "web" {
    reschedule {
      delay = "3601s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
