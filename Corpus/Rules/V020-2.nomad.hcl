# V020: sysbatch jobs do not either
# expect: group-client-disconnect error
# mended: stop_after_client_disconnect = "0s"
job "shop" {
  type = "sysbatch"

  group "web" {
    stop_after_client_disconnect = "1ns" # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
