# V090: where no lowest count is written, a high count is said to be above the highest, and nothing else
# expect: scaling-limits error
# mended: count = 5
# mended: count = 0
job "shop" {
  group "web" {
    count = 6 # <-

    scaling {
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
