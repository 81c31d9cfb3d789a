# V269: the fields of a start are readable
# expect: schedule-malformed error
# mended: start = "0 23 * * 1-5 *"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      schedule {
        cron {
          start = "0 25 * * 1-5 *" # <-
          end = "0 18"
        }
      }
    }
  }
}
