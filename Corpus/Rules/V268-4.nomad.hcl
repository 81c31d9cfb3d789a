# V268: no task runs as the user of the proxy
# expect: transparent-proxy error
# mended: user = "102"
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
        sidecar_service {
          proxy {
            transparent_proxy {}
          }
        }
      }
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      user = "101" # <-
    }
  }
}
