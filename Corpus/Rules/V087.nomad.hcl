# V087: the highest count is not negative
# expect: scaling-limits error
# mended: max = 0
# mended: max = 1
job "shop" {
  group "web" {
    count = 0

    scaling {
      min = 0
      max = -1 # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
