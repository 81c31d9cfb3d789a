# V258: a disconnect block has lost_after or stop_on_client_after
# expect: disconnect-malformed error
# mended: stop_on_client_after = "0s"
# mended:
job "shop" {
  group "web" {
    disconnect {
      lost_after = "1h"
      stop_on_client_after = "10m" # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
