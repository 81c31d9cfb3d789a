# V245: set_contains_any of an affinity needs a value
# expect: constraint-missing-value error
# mended: value = "r1,r2"
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    operator = "set_contains_any"
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
