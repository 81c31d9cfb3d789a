# V234: a meta key is required or optional
# expect: parameterized-duplicate-meta error
# mended: meta_optional = ["User"]
# mended: meta_optional = []
# mended:
job "shop" {
  type = "batch"
  parameterized {
    meta_required = ["user", "day"]
    meta_optional = ["user"] # <-
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
