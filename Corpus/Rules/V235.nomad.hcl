# V235: the operator of a constraint is known
# expect: constraint-unknown-operator error
# mended: operator = "="
# mended: operator = "=="
# mended: operator = "is"
# mended: operator = "!="
# mended: operator = "not"
# mended: operator = "<"
# mended: operator = "<="
# mended: operator = ">"
# mended: operator = ">="
# mended: operator = "set_contains"
# mended: operator = "set_contains_all"
# mended: operator = "set_contains_any"
# mended: operator = "regexp"
# mended:
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "like" # <-
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
