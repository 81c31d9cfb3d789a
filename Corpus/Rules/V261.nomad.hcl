# V261: since 1.11.2 the attribute of a constraint is one reference
# expect: constraint-unresolvable-target warning
# mended: attribute = "${meta.rack}"
# mended: attribute = "${attr.cpu.arch}"
# mended: attribute = "${node.class}"
# target-version: 1.11.2
job "shop" {
  constraint {
    attribute = "${meta.rack}-${meta.row}" # <-
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
