# V189: kill_timeout is not negative
# expect: duration-negative error
# mended: kill_timeout = "0s"
# mended: kill_timeout = "30s"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      kill_timeout = "-1s" # <-
    }
  }
}
