# V269: an end has no steps
# expect: schedule-malformed error
# mended: end = "0 18"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      schedule {
        cron {
          start = "0 8 * * 1-5 *"
          end = "*/5 18" # <-
        }
      }
    }
  }
}
