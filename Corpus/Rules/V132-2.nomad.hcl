# V132: so is the port of its check
# expect: port-unknown-label error
# mended: port = "http"
# mended:
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
        port = "http"

        check {
          type     = "tcp"
          port     = "htpp" # <-
          interval = "10s"
          timeout  = "2s"
        }
      }
    }
  }
}
