# V065: healthy_deadline is not negative
# expect: update-negative error
# mended: healthy_deadline = "5m"
job "shop" {
  group "web" {
    update {
      healthy_deadline = "-5m" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
