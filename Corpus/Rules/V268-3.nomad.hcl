# V268: with no_dns the group may have its DNS
# expect: nothing
job "shop" {
  group "web" {
    network {
      mode = "bridge"
      dns {
        servers = ["10.0.0.2"]
      }
    }
    service {
      name = "web"
      port = "8080"
      connect {
        sidecar_service {
          proxy {
            transparent_proxy {
              no_dns = true
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
    }
  }
}
