# V245: the operators of an affinity need a value too
# expect: constraint-missing-value error
# mended: value = "r1"
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    value = "" # <-
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
