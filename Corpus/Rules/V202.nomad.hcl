# V202: a mount names a volume of its group
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
        volume = "dta" # <-
        destination = "/data"
      }
    }
  }
}
