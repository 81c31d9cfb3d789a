# V231: days begin at 1
# expect: periodic-malformed-cron error
# mended: crons = ["@daily"]
job "shop" {
  type = "batch"
  periodic {
    crons = ["0 0 0 * *"] # <-
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
