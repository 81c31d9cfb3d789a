# V091: but only in region "global"
# expect: scaling-limits error
# mended: count = 2
job "shop" {
  region = "west"

  multiregion {
    region "west" {
      count = 2
    }
  }

  group "web" {
    count = 0 # <-

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
