# V137: the checks of Nomad are of type http or tcp
# expect: check-unknown-type error
# mended: type = "http"
# mended: type = "tcp"
# mended: type = "Tcp"
job "shop" {
  group "web" {
    service {
      name     = "web"
      port     = "80"
      provider = "nomad"

      check {
        type     = "grpc" # <-
        path     = "/"
        interval = "10s"
        timeout  = "2s"
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
