# V024: system jobs are not parameterized
# expect: parameterized-wrong-type error
# mended:
job "shop" {
  type = "system"

  parameterized {} # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
