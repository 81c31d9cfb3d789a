# V109: a port is mapped to -1 at least
# expect: port-mapped-out-of-range error
# mended: to = -1
# mended: to = 0
# mended: to = 1
job "shop" {
  group "web" {
    network {
      mode = "bridge"

      port "http" {
        to = -2 # <-
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
