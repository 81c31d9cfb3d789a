# V248: a weight beyond 8 bits is told as written
# expect: schema-out-of-range error
# mended: weight = 100
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    value = "r1"
    weight = 200 # <-
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
