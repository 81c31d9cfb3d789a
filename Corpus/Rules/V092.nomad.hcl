# V092: a volume is of type host or csi; the server drops any other before it looks, so we warn
# expect: volume-unknown-type warning
# mended: type = "host"
job "shop" {
  group "web" {
    volume "data" {
      type   = "nfs" # <-
      source = "data"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
