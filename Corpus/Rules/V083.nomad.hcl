# V083: max_delay is at least 5s where the delay grows
# expect: reschedule-delay error
# mended: max_delay = "5s"
job "shop" {
  group "web" {
    reschedule {
      max_delay = "4s" # <-
      delay     = "5s"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
