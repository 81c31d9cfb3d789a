# V017: a group has a label
# expect: schema-missing-label error
# mended: group "web" {
job "shop" {
  group { # <-
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
