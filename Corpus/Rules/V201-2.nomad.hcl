# V201: the name has to be written
# expect: mount-unknown-volume error
# mended: volume_mount {\n  volume = "data"
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
      volume_mount { # <-
        destination = "/data"
      }
    }
  }
}
