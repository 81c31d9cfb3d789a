# V261: before 1.11.2 the server takes what no node can resolve
# expect: constraint-malformed-target warning
# mended: attribute = "${meta.rack}"
job "shop" {
  constraint {
    attribute = "${NOMAD_META_rack}" # <-
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
