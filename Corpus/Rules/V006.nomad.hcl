# V006: the name has no null character in it
# expect: name-malformed error
# mended: name = "shop"
job "shop" {
  name = "shop\u0000" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
