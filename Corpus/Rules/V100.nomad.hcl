# V100: a block device has no mount options
# expect: volume-csi-fields error
# mended:
job "shop" {
  group "web" {
    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "block-device"
      access_mode     = "single-node-writer"

      mount_options { fs_type = "ext4" } # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
