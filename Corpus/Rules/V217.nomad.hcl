# V217: a template has a destination
# expect: template-missing-destination error
# mended: template {\n  destination = "local/app.conf"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template { # <-
        data = "port = 80"
      }
    }
  }
}
