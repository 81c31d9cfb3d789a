# V257: before 1.11 it is ignored
# expect: sysbatch-reschedule-ignored warning
# target-version: 1.10
job "shop" {
  type = "sysbatch"
  reschedule { # <-
    attempts = 3
  }
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
