# V045: a group of a system job does not inherit one either
# expect: system-reschedule error
# mended:
job "shop" {
  type = "system"

  reschedule { unlimited = false } # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
