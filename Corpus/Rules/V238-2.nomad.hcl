# V238: RE2 has no look-around
# expect: constraint-malformed-pattern error
# mended: value = "r1"
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "regexp"
    value = "r(?=1)" # <-
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
