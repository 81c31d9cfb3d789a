# V165: before 1.8.1 upstreams on sockets share port 0
# expect: upstream-duplicate-bind error
# mended: local_bind_port = 5432
# target-version: 1.8.0
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
              local_bind_socket_path = "/run/db.sock"
            }
            upstreams {
              destination_name = "queue"
              local_bind_socket_path = "/run/queue.sock" # <-
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
