# V091: the count is not below the lowest
# expect: scaling-limits error
# mended: count = 2
# mended:
job "shop" {
  group "web" {
    count = 1 # <-

    scaling {
      min = 2
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
