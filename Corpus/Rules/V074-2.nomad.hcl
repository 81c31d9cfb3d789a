# V074: where only the deadline is written, it is to blame
# expect: migrate-malformed error
# mended: healthy_deadline = "10s"
job "shop" {
  group "web" {
    migrate {
      healthy_deadline = "9s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
