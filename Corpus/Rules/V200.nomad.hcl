# V200: the propagation mode of a mount is private, host-to-task or bidirectional
# expect: mount-unknown-propagation error
# mended: propagation_mode = "private"
# mended: propagation_mode = "host-to-task"
# mended: propagation_mode = "bidirectional"
# mended: propagation_mode = ""
# mended:
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
        volume = "data"
        destination = "/data"
        propagation_mode = "shared" # <-
      }
    }
  }
}
