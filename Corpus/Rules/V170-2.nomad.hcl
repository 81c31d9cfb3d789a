# V170: a group with an exposed check has a network in mode "bridge"
# expect: check-expose error
# expect: connect-without-bridge error
job "shop" {
  group "web" {
    network {
      mode = "host" # <- connect-without-bridge
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
        expose = true # <- check-expose
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
