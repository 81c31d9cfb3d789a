# V269: a schedule has a cron block
# expect: schedule-malformed error
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      schedule {} # <-
    }
  }
}
