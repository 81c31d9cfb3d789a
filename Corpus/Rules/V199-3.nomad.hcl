# V199: a proxy task has no services
# expect: proxy-task-malformed error
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
      kind = "connect-proxy:web"
      service { # <-
        name = "admin"
      }
    }
  }
}
