# V199: a proxy task is not the leader
# expect: proxy-task-malformed error
# mended: leader = false
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
      leader = true # <-
    }
  }
}
