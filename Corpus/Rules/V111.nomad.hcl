# V111: the hostname is a domain name
# expect: hostname-malformed error
# mended: hostname = "shop.internal"
# mended: hostname = "shop.internal."
# mended: hostname = "shop.${NOMAD_ALLOC_ID}..x"
# mended:
job "shop" {
  group "web" {
    network {
      mode     = "bridge"
      hostname = "shop..internal" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
