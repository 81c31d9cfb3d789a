# V078: where only the interval is written, it is to blame
# expect: restart-impossible error
# mended: interval = "30s"
job "shop" {
  group "web" {
    restart {
      interval = "29s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
