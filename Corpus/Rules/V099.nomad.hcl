# V099: a CSI volume has an attachment mode
# expect: volume-csi-fields error
# mended: volume "data" {\n  attachment_mode = "file-system"
# mended: volume "data" {\n  attachment_mode = "block-device"
job "shop" {
  group "web" {
    volume "data" { # <-
      type        = "csi"
      source      = "data"
      access_mode = "single-node-writer"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
