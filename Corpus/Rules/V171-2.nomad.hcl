# V171: the label of a static port will do
# expect: nothing
job "shop" {
  group "web" {
    network {
      mode = "bridge"
      port "http" {
        static = 8080
      }
    }
    service {
      name = "web"
      port = "http"
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
