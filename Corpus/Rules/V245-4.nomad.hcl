# V245: the version constraint of an affinity can be read
# expect: constraint-malformed-version error
# mended: value = ">= 1.2"
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    operator = "version"
    value = "newest" # <-
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
