# V170: since 1.8 a CNI network will do for a sidecar, but not for exposing a check
# expect: check-expose error
# mended:
# target-version: 1.8
job "shop" {
  group "web" {
    network {
      mode = "cni/mesh"
    }
    service {
      name = "web"
      port = "8080"
      connect {
        sidecar_service {}
      }
      check {
        type = "http"
        path = "/health"
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
