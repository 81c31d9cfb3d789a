# V229: an empty list is no schedule
# expect: periodic-malformed-cron error
# mended: crons = ["@daily"]
job "shop" {
  type = "batch"
  periodic {
    crons = [] # <-
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
