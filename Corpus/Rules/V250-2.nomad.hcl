# V250: the weight of a spread is at most 100
# expect: spread-weight error
# mended: weight = 100
job "shop" {
  spread {
    attribute = "${node.datacenter}"
    weight = 101 # <-
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
