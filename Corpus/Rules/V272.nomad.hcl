# V272: only a host volume is sticky
# expect: volume-sticky-csi warning
# mended: sticky = false
# mended:
job "shop" {
  group "web" {
    volume "data" {
      type = "csi"
      source = "data"
      access_mode = "single-node-writer"
      attachment_mode = "file-system"
      sticky = true # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      volume_mount {
        volume = "data"
        destination = "/data"
      }
    }
  }
}
