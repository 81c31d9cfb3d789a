# V240: semver has no ~>
# expect: constraint-malformed-version error
# mended: value = ">= 1.2.3"
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
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
