# V223: the splay of a template is not negative
# expect: duration-negative error
# mended: splay = "0s"
# mended: splay = "10s"
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "port = 80"
        destination = "local/app.conf"
        splay = "-1s" # <-
      }
    }
  }
}
