# V230: a time zone is one of the IANA database
# expect: periodic-unknown-time-zone error
# mended: time_zone = "Europe/Paris"
# mended: time_zone = "UTC"
# mended: time_zone = "EST"
# mended: time_zone = ""
# mended:
job "shop" {
  type = "batch"
  periodic {
    crons = ["@daily"]
    time_zone = "Europe/Paname" # <-
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
