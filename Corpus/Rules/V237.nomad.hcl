# V237: the operator set_contains needs a value
# expect: constraint-missing-value error
# mended: value = "r1,r2"
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "set_contains"
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
