# V242: is_not_set takes no value
# expect: constraint-superfluous-value error
# mended:
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "is_not_set"
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
