# V089: the lowest count is not negative
# expect: scaling-limits error
# mended: min = 0
# mended:
job "shop" {
  group "web" {
    count = 0

    scaling {
      min = -1 # <-
      max = 5
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
