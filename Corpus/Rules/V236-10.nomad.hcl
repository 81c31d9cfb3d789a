# V236: without an operator the value has to be written
# expect: constraint-missing-value error
# mended: constraint {\n  value = "r1"
# mended: constraint {\n  operator = "is_set"
job "shop" {
  constraint { # <-
    attribute = "${meta.rack}"
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
