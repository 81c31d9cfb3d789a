# V072: min_healthy_time of a migration is not negative
# expect: migrate-malformed error
# mended: min_healthy_time = "0s"
job "shop" {
  group "web" {
    migrate {
      min_healthy_time = "-1s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
