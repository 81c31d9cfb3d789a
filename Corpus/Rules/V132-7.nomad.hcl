# V132: a runtime reference is no label
# expect: port-unknown-label error
# mended: port = "http"
job "shop" {
  group "web" {
    network {
      port "http" {}
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"
        port = "${NOMAD_PORT_http}" # <-
      }
    }
  }
}
