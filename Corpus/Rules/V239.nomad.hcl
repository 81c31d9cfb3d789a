# V239: the value of version is a version constraint
# expect: constraint-malformed-version error
# mended: value = ">= 1.2"
# mended: value = ">= 1.2, < 2"
# mended: value = "~> 1.2"
# mended: value = "1.2.3"
# mended: value = "= 1"
# mended: value = "!= 1.2"
# mended: value = "> 0.9.0-beta1"
# mended: value = "<= 2.0.0+meta"
# mended: value = ">= v1.2"
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
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
