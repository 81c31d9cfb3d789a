# V067: min_healthy_time is below healthy_deadline
# expect: update-deadlines error
# mended: min_healthy_time = "1m59s"
job "shop" {
  group "web" {
    update {
      min_healthy_time = "2m" # <-
      healthy_deadline = "2m"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
