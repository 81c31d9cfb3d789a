# V045: a system job has no reschedule policy
# expect: system-reschedule error
# mended:
job "shop" {
  type = "system"

  group "web" {
    reschedule { attempts = 0 } # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
