# V108: so is one of a task's network
# expect: port-out-of-range error
# mended: static = 65535
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "http" {
            static = 65536 # <-
          }
        }
      }
    }
  }
}
