# V064: min_healthy_time is not negative
# expect: update-negative error
# mended: min_healthy_time = "0s"
job "shop" {
  group "web" {
    update {
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
