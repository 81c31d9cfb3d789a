# V202: a volume of unknown type is dropped by the server
# expect: mount-unknown-volume error
job "shop" {
  group "web" {
    volume "data" {
      type   = "nfs"
      source = "data"
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      volume_mount {
        volume = "data" # <-
        destination = "/data"
      }
    }
  }
}
