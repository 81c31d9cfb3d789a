# V269: a schedule has a start
# expect: schedule-malformed error
# mended: cron {\n  start = "0 8 * * 1-5 *"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      schedule {
        cron { # <-
          end = "0 18"
        }
      }
    }
  }
}
