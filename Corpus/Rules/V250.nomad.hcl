# V250: the weight of a spread is at least 1
# expect: spread-weight error
# mended: weight = 1
# mended:
job "shop" {
  spread {
    attribute = "${node.datacenter}"
    weight = 0 # <-
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
