# V120: a reference in it stands for a word, so what stands around it counts
# expect: service-malformed-name error
# mended: name = "web-${NOMAD_ALLOC_INDEX}"
# mended: name = "${NOMAD_META_name}"
job "shop" {
  group "web" {
    service {
      name = "web_${NOMAD_ALLOC_INDEX}" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
