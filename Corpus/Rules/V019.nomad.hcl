# V019: the shutdown delay of a group is not negative
# expect: duration-negative error
# mended: shutdown_delay = "0s"
# mended: shutdown_delay = "5s"
job "shop" {
  group "web" {
    shutdown_delay = "-1s" # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
