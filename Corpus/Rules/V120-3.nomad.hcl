# V120: it does not begin or end with a dash
# expect: service-malformed-name error
# mended: name = "web-1"
# mended: name = "web-${NOMAD_ALLOC_INDEX}"
job "shop" {
  group "web" {
    service {
      name = "web-" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
