# V242: is_set takes no value
# expect: constraint-superfluous-value error
# mended: value = ""
# mended:
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "is_set"
    value = "true" # <-
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
