# V021: stop_after_client_disconnect is not negative
# expect: group-client-disconnect error
# mended: stop_after_client_disconnect = "0s"
# mended: stop_after_client_disconnect = "1h"
job "shop" {
  group "web" {
    stop_after_client_disconnect = "-1h" # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
