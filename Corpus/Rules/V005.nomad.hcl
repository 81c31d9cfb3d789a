# V005: the name is not empty
# expect: name-malformed error
# mended: name = "Shop on the web"
# mended:
job "shop" {
  name = "" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
