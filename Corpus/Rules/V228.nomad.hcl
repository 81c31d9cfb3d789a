# V228: a schedule is given as cron or as crons
# expect: periodic-malformed-cron error
# mended:
job "shop" {
  type = "batch"
  periodic {
    cron = "@daily" # <-
    crons = ["@daily"]
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
