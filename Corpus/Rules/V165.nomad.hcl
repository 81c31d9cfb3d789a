# V165: the upstreams of a group listen on addresses of their own
# expect: upstream-duplicate-bind error
# mended: local_bind_port = 5433
# mended: local_bind_address = "127.0.0.2"\nlocal_bind_port = 5432
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
            }
            upstreams {
              destination_name = "queue"
              local_bind_port = 5432 # <-
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
