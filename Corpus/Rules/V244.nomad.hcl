# V244: the operator of an affinity is known
# expect: affinity-unknown-operator error
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
  affinity {
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
