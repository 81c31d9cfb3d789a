# V243: distinct_property needs an attribute
# expect: constraint-missing-attribute error
# mended: constraint {\n  attribute = "${meta.rack}"
job "shop" {
  constraint { # <-
    operator = "distinct_property"
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
