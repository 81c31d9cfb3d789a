# V044: a group has a valid restart policy
# expect: restart-malformed error
# mended: mode = "fail"
# mended:
job "shop" {
  group "web" {
    restart {
      mode = "retry" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
