# V216: an empty text is none
# expect: template-missing-source error
# mended: data = "port = 80"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        destination = "local/app.conf"
        data = "" # <-
      }
    }
  }
}
