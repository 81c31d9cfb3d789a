# V086: the scaling of a group is horizontal
# expect: scaling-wrong-type error
# mended: type = "horizontal"
# mended:
job "shop" {
  group "web" {
    scaling {
      type = "vertical" # <-
      max  = 5
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
