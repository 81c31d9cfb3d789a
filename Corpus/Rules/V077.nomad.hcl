# V077: the interval of a restart policy is at least 5s
# expect: restart-malformed error
# mended: interval = "5s"
job "shop" {
  group "web" {
    restart {
      attempts = 0
      interval = "4999ms" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
