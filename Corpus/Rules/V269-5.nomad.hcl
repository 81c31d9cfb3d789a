# V269: the time zone of a schedule exists
# expect: schedule-malformed error
# mended: timezone = "Europe/Paris"
# mended:
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
          end = "0 18"
          timezone = "Europe/Paname" # <-
        }
      }
    }
  }
}
