# V253: the shares of a spread add up to 100 percent at most
# expect: spread-percent error
# mended: percent = 40
# mended: percent = 10
# mended: percent = 0
job "shop" {
  spread {
    attribute = "${node.datacenter}"
    target "dc1" {
      percent = 60
    }
    target "dc2" {
      percent = 41 # <-
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
