# V245: the semver constraint of an affinity can be read
# expect: constraint-malformed-version error
# mended: value = ">= 1.2.3"
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    operator = "semver"
    value = "~> 1.2.3" # <-
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
