# V239: the value of version is not empty
# expect: constraint-malformed-version error
# mended: value = "1.2"
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
    operator = "version"
    value = "" # <-
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
