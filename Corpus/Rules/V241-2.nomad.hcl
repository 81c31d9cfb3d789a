# V241: the value of distinct_property is at least 1
# expect: constraint-distinct-count error
# mended: value = 1
job "shop" {
  constraint {
    distinct_property = "${meta.rack}"
    value = 0 # <-
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
