# V083: max_delay is not below the delay
# expect: reschedule-delay error
# mended: max_delay = "30s"
job "shop" {
  group "web" {
    reschedule {
      max_delay = "29s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
