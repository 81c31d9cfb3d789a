# V231: a range does not run backwards
# expect: periodic-malformed-cron error
# mended: crons = ["@daily"]
job "shop" {
  type = "batch"
  periodic {
    crons = ["30-10 * * * *"] # <-
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
