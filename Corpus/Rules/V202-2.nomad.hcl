# V202: runtime references are not replaced in the name of a volume
# expect: mount-unknown-volume error
# mended: volume = "data"
job "shop" {
  group "web" {
    volume "data" {
      type   = "host"
      source = "data"
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      volume_mount {
        volume = "data${NOMAD_ALLOC_INDEX}" # <-
        destination = "/data"
      }
    }
  }
}
