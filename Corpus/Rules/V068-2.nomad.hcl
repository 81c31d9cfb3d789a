# V068: where only progress_deadline is written, it is to blame; 0 means that there is none
# expect: update-deadlines error
# mended: progress_deadline = "301s"
# mended: progress_deadline = "0s"
job "shop" {
  group "web" {
    update {
      progress_deadline = "5m" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
