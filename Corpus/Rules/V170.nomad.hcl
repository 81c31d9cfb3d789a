# V170: a group with an exposed check has one network
# expect: connect-without-bridge error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    network { # <-
      port "admin" {}
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
        expose = true
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
