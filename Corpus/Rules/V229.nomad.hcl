# V229: a periodic job has a schedule
# expect: periodic-malformed-cron error
# mended: periodic {\n  crons = ["@daily"]
job "shop" {
  type = "batch"
  periodic { # <-
    prohibit_overlap = true
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
