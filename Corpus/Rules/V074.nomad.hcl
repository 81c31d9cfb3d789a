# V074: min_healthy_time of a migration is not above healthy_deadline
# expect: migrate-malformed error
# mended: min_healthy_time = "5m"
job "shop" {
  group "web" {
    migrate {
      min_healthy_time = "301s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
