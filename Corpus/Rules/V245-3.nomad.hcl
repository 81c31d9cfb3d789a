# V245: the regular expression of an affinity can be read
# expect: constraint-malformed-pattern error
# mended: value = "r[12]"
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    operator = "regexp"
    value = "r[" # <-
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
