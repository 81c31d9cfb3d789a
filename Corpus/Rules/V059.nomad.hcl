# V059: the scaling of a group is valid
# expect: scaling-limits error
# mended: max = 0
# mended: max = 10
job "shop" {
  group "web" {
    scaling {
      min = 0
      max = -1 # <-
    }

    count = 0

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
