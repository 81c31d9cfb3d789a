# V252: the share of a target is at most 100 percent
# expect: spread-percent error
# mended: percent = 100
# mended: percent = 0
# mended:
job "shop" {
  spread {
    attribute = "${node.datacenter}"
    target "dc1" {
      percent = 101 # <-
    }
  }
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
