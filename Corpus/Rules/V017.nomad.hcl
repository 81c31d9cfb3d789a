# V017: each group has a name
# expect: name-malformed error
# mended: group "web" {
job "shop" {
  group "" { # <-
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
