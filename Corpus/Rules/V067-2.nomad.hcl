# V067: where only the deadline is written, it is to blame
# expect: update-deadlines error
# mended: healthy_deadline = "10001ms"
job "shop" {
  group "web" {
    update {
      healthy_deadline = "10s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
