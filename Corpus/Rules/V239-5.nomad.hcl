# V239: a pre-release may stand directly after the number
# expect: nothing
job "shop" {
  constraint {
    attribute = "${attr.kernel.version}"
    operator = "version"
    value = ">= 1.2.3beta"
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
