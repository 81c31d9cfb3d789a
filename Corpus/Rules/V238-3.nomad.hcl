# V238: the short form is checked too
# expect: constraint-malformed-pattern error
# mended: regexp = "r[12]"
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    regexp = "r[" # <-
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
