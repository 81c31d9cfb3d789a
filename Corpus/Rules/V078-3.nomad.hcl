# V078: where the delay is written and the attempts are not, the delay is to blame
# expect: restart-impossible error
# mended: delay = "15m"
job "shop" {
  group "web" {
    restart {
      delay    = "16m" # <-
      interval = "30m"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
