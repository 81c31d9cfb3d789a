# V179: the protocol of a listener is tcp, http, http2 or grpc
# expect: ingress-listener error
# mended: protocol = "tcp"
# mended: protocol = "http"
# mended: protocol = "http2"
# mended: protocol = "grpc"
# mended:
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "gate"
      port = "8080"
      connect {
        gateway {
          ingress {
            listener {
              port = 8080
              protocol = "https" # <-
              service {
                name = "db"
              }
            }
          }
        }
      }
    }
  }
}
