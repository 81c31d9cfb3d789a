# V216: a template has a text or a source
# expect: template-missing-source error
# mended: template {\n  data = "port = 80"
# mended: template {\n  source = "local/app.conf.tpl"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template { # <-
        destination = "local/app.conf"
      }
    }
  }
}
