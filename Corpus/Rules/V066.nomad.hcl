# V066: progress_deadline is not negative
# expect: update-negative error
# mended: progress_deadline = "0s"
job "shop" {
  group "web" {
    update {
      progress_deadline = "-10m" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
