# V088: the highest count is not below the lowest; the count then breaks one of the limits, too
# expect: scaling-limits error
job "shop" {
  group "web" {
    count = 20 # <-

    scaling {
      min = 10
      max = 5 # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
