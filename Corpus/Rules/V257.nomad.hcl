# V257: since 1.11 a sysbatch job has no reschedule block
# expect: sysbatch-reschedule error
# target-version: 1.11
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
