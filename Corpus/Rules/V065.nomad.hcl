# V065: healthy_deadline is above 0
# expect: update-negative error
# mended: healthy_deadline = "1ns"
job "shop" {
  group "web" {
    update {
      min_healthy_time = "0s"
      healthy_deadline = "0s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
