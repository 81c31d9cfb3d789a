# V236: the operator < needs a value
# expect: constraint-missing-value error
# mended: value = "r1"
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "<"
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
