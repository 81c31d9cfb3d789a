# V259: stop_on_client_after is not negative
# expect: disconnect-malformed error
# mended: stop_on_client_after = "1h"
job "shop" {
  group "web" {
    disconnect {
      stop_on_client_after = "-1h" # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
