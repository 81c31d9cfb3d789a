# V268: the user of the proxy may be another
# expect: transparent-proxy error
# mended: user = "101"
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
            transparent_proxy {
              uid = "200"
            }
          }
        }
      }
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      user = "200" # <-
    }
  }
}
