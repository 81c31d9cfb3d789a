# V247: the weight of an affinity is not 0
# expect: affinity-weight error
# mended: weight = 1
# mended: weight = -1
# mended:
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    value = "r1"
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
