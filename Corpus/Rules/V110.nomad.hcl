# V110: a port is mapped to 65535 at most
# expect: port-mapped-out-of-range error
# mended: to = 65535
job "shop" {
  group "web" {
    network {
      mode = "bridge"

      port "http" {
        to = 65536 # <-
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
