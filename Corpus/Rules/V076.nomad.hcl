# V076: 0 attempts go with mode "fail" only
# expect: restart-malformed error
# mended: attempts = 1
# mended:
job "shop" {
  group "web" {
    restart {
      attempts = 0 # <-
      mode     = "delay"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
