# V037: since 1.10 both keys have no effect
# expect: nothing
# target-version: 1.10
job "shop" {
  group "web" {
    max_client_disconnect        = "1h"
    stop_after_client_disconnect = "10m"

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
