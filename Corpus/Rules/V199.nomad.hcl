# V199: a proxy task belongs to a service of its group
# expect: proxy-task-malformed error
# mended: kind = "connect-proxy:web"
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
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
    task "envoy" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      kind = "connect-proxy:wbe" # <-
    }
  }
}
