# V191: shutdown_delay of a task is not negative
# expect: duration-negative error
# mended: shutdown_delay = "0s"
# mended: shutdown_delay = "5s"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      shutdown_delay = "-1s" # <-
    }
  }
}
