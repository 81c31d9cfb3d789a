# V035: the count is not negative
# expect: group-count-negative error
# mended: count = 0
# mended: count = 1
# mended:
job "shop" {
  group "web" {
    count = -1 # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
