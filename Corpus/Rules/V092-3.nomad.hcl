# V092: a mount of a volume that is dropped is refused
# expect: volume-unknown-type warning
# expect: mount-unknown-volume error
job "shop" {
  group "web" {
    volume "data" {
      type   = "nfs" # <- volume-unknown-type
      source = "data"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      volume_mount {
        volume      = "data" # <- mount-unknown-volume
        destination = "/data"
      }
    }
  }
}
