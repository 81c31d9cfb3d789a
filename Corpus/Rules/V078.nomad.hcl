# V078: attempts times delay fit into the interval
# expect: restart-impossible error
# mended: attempts = 4
# mended:
job "shop" {
  group "web" {
    restart {
      attempts = 5 # <-
      delay    = "30s"
      interval = "2m"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
