# V239: no term of a version constraint is empty
# expect: constraint-malformed-version error
# mended: value = ">= 1.2"
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
    operator = "version"
    value = ">= 1.2," # <-
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
