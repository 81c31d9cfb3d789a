# V274: "crons" has replaced "cron"
# expect: periodic-cron-deprecated warning
# mended: crons = ["@daily"]
job "shop" {
  type = "batch"
  periodic {
    cron = "@daily" # <-
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
