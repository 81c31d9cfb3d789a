# V020: only batch and service jobs stop allocations after their client lost the servers
# expect: group-client-disconnect error
# mended: stop_after_client_disconnect = "0s"
# mended:
job "shop" {
  type = "system"

  group "web" {
    stop_after_client_disconnect = "1h" # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
