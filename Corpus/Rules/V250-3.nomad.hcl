# V250: the weight of a spread is not negative
# expect: spread-weight error
# mended: weight = 1
job "shop" {
  spread {
    attribute = "${node.datacenter}"
    weight = -1 # <-
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
