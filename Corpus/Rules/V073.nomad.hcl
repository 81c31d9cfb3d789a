# V073: healthy_deadline of a migration is not negative
# expect: migrate-malformed error
# mended: healthy_deadline = "0s"
job "shop" {
  group "web" {
    migrate {
      min_healthy_time = "0s"
      healthy_deadline = "-1s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
