# V240: the value of semver is a constraint of whole versions
# expect: constraint-malformed-version error
# mended: value = ">= 1.2.3"
# mended: value = ">= 1.2.3, < 2.0.0"
# mended: value = "1.2.3-beta.1"
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
    operator = "semver"
    value = ">= newest" # <-
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
