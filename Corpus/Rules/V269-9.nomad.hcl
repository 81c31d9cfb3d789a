# V269: seconds are no field of a start
# expect: schedule-malformed error
# mended: start = "30 8 * * 1-5 *"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      schedule {
        cron {
          start = "0 30 8 * * 1-5" # <-
          end = "0 18"
        }
      }
    }
  }
}
