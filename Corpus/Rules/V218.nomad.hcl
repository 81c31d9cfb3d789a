# V218: the destination of a template stays in the allocation
# expect: template-escapes-allocation error
# mended: destination = "../app.conf"
# mended: destination = "/etc/app.conf"
# mended: destination = "${NOMAD_SECRETS_DIR}/app.conf"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "port = 80"
        destination = "../../app.conf" # <-
      }
    }
  }
}
