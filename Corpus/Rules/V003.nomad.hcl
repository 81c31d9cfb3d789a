# V003: the id has no space in it
# expect: job-malformed-id error
# mended: job "web-shop" {
# mended: job "web_shop/2" {
job "web shop" { # <-
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
