# V217: an empty destination is none
# expect: template-missing-destination error
# mended: destination = "local/app.conf"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "port = 80"
        destination = "" # <-
      }
    }
  }
}
