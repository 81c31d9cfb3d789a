# V137: the checks of Consul are of type grpc, http, script or tcp
# expect: check-unknown-type error
# mended: type = "grpc"
# mended: type = "http"
# mended: type = "script"
# mended: type = "tcp"
# mended: type = "HTTP"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "udp" # <-
        task     = "server"
        command  = "/bin/ok"
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
