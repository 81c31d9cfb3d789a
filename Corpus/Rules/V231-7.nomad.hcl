# V231: "@reboot" is none of the macros
# expect: periodic-malformed-cron error
# mended: crons = ["@daily"]
job "shop" {
  type = "batch"
  periodic {
    crons = ["@reboot"] # <-
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
