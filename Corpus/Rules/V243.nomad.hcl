# V243: a constraint has an attribute
# expect: constraint-missing-attribute error
# mended: attribute = "${meta.rack}"
job "shop" {
  constraint {
    attribute = "" # <-
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
