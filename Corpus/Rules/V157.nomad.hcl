# V157: only http and grpc checks are exposed
# expect: check-expose-type error
# mended: expose = false
# mended:
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      connect {
        sidecar_service {}
      }
      check {
        type = "script"
        task = "server"
        command = "/bin/ok"
        expose = true # <-
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
