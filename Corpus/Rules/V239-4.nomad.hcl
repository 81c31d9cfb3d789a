# V239: runtime references are not replaced in a version constraint
# expect: constraint-malformed-version error
# mended: value = ">= 5"
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
    operator = "version"
    value = ">= ${meta.least}" # <-
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
