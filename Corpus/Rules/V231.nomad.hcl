# V231: every expression of a schedule is readable
# expect: periodic-malformed-cron error
# mended: crons = ["*/15 * * * *"]
# mended: crons = ["0 5 * * MON-FRI"]
# mended: crons = ["0 5 * * 1-5 2030"]
# mended: crons = ["30 0 5 * * 1-5 2030"]
# mended: crons = ["0 0 L * ?"]
# mended: crons = ["0 0 15W * *"]
# mended: crons = ["0 0 * * 5#2"]
# mended: crons = ["0 0 * * 5L"]
# mended: crons = ["0 0 * * 7"]
# mended: crons = ["0 0 1-7/2,20 JAN,jul *"]
# mended: crons = ["59 23 31 12 *"]
# mended: crons = ["@hourly"]
# mended: crons = ["@daily"]
# mended: crons = ["@weekly"]
# mended: crons = ["@monthly"]
# mended: crons = ["@yearly"]
# mended: crons = ["@annually"]
job "shop" {
  type = "batch"
  periodic {
    crons = ["0 5 * * *", "60 * * * *"] # <-
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
