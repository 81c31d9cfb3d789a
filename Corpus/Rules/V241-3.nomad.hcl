# V241: a negative number is no count
# expect: constraint-distinct-count error
# mended: value = "10"
job "shop" {
  constraint {
    distinct_property = "${meta.rack}"
    value = "-1" # <-
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
