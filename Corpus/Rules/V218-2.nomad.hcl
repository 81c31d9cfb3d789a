# V218: a runtime reference counts as one step
# expect: template-escapes-allocation error
# mended: destination = "${NOMAD_ALLOC_DIR}/../../app.conf"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "port = 80"
        destination = "${NOMAD_ALLOC_DIR}/../../../app.conf" # <-
      }
    }
  }
}
