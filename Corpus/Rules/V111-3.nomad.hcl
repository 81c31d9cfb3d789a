# V111: the hostname does not begin with a dot
# expect: hostname-malformed error
# mended: hostname = "internal"
job "shop" {
  group "web" {
    network {
      mode     = "bridge"
      hostname = ".internal" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
