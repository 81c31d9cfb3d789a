# V037: neither of the two may be 0 where the other one stands
# expect: group-client-disconnect error
# mended:
job "shop" {
  group "web" {
    max_client_disconnect        = "0s" # <-
    stop_after_client_disconnect = "10m"

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
