# V241: the value of distinct_property is a whole number
# expect: constraint-distinct-count error
# mended: value = "2"
# mended: value = "1"
# mended: value = ""
# mended:
job "shop" {
  constraint {
    distinct_property = "${meta.rack}"
    value = "two" # <-
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
