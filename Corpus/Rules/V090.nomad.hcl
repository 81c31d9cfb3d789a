# V090: the count is not above the highest
# expect: scaling-limits error
# mended: count = 5
job "shop" {
  group "web" {
    count = 6 # <-

    scaling {
      min = 1
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
