# V248: the weight of an affinity is within -100 to 100
# expect: affinity-weight error
# mended: weight = 100
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    value = "r1"
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
