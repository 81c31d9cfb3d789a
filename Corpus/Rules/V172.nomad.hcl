# V172: the mode of a mesh gateway is local, remote or none
# expect: upstream-unknown-gateway-mode error
# mended: mode = "local"
# mended: mode = "remote"
# mended: mode = "none"
# mended: mode = ""
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
            upstreams {
              destination_name = "db"
              local_bind_port = 5432
              mesh_gateway {
                mode = "nearest" # <-
              }
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
