# V288: "set_contains_all" as a key of a constraint has no effect
# expect: constraint-ignored-key warning
# mended: set_contains = "r1"
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    set_contains_all = "r1" # <-
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
