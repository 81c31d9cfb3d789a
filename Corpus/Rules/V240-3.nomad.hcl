# V240: a pre-release of semver stands after a dash
# expect: constraint-malformed-version error
# mended: value = ">= 1.2.3-beta"
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
    operator = "semver"
    value = ">= 1.2.3beta" # <-
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
