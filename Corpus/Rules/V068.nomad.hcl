# V068: healthy_deadline is below progress_deadline
# expect: update-deadlines error
# mended: healthy_deadline = "599s"
job "shop" {
  group "web" {
    update {
      healthy_deadline = "10m" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
