# V231: an expression has five fields at least
# expect: periodic-malformed-cron error
# mended: crons = ["@daily"]
job "shop" {
  type = "batch"
  periodic {
    crons = ["0 5 * *"] # <-
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
