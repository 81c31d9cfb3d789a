# V288: "is_not_set" as a key of a constraint has no effect
# expect: constraint-ignored-key warning
# mended:
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    is_not_set = true # <-
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
