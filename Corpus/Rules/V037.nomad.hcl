# V037: max_client_disconnect and stop_after_client_disconnect exclude each other
# expect: group-client-disconnect error
# mended:
job "shop" {
  group "web" {
    max_client_disconnect        = "1h" # <-
    stop_after_client_disconnect = "10m"

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
