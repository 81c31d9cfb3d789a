# V269: the start of a schedule has six fields
# expect: schedule-malformed error
# mended: start = "0 8 * * 1-5 *"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      schedule {
        cron {
          start = "0 8 * * 1-5" # <-
          end = "0 18"
        }
      }
    }
  }
}
