# V038: max_client_disconnect is not negative
# expect: group-client-disconnect error
# mended: max_client_disconnect = "0s"
# mended: max_client_disconnect = "1h"
job "shop" {
  group "web" {
    max_client_disconnect = "-1h" # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
