# V108: a static port is at most 65535
# expect: port-out-of-range error
# mended: static = 65535
# mended: static = 1
job "shop" {
  group "web" {
    network {
      port "http" {
        static = 65536 # <-
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
