# V243: the attribute has to be written
# expect: constraint-missing-attribute error
# mended: constraint {\n  attribute = "${meta.rack}"
job "shop" {
  constraint { # <-
    value = "r1"
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
