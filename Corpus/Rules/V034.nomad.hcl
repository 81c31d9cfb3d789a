# V034: the name of a group is not empty and has no null character in it
# expect: name-malformed error
# mended: group "w b" {
job "shop" {
  group "w\u0000b" { # <-
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
