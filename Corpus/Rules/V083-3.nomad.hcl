# V083: a delay that stays the same needs no max_delay
# expect: nothing
job "shop" {
  group "web" {
    reschedule {
      delay_function = "constant"
      max_delay      = "1s"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
