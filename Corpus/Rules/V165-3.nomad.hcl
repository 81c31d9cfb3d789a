# V165: since 1.8.1 upstreams on sockets are told apart by their paths
# expect: upstream-duplicate-bind error
# mended: local_bind_socket_path = "/run/queue.sock"
# target-version: 1.8.1
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
              local_bind_socket_path = "/run/db.sock" # <-
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
