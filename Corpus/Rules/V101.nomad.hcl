# V101: a CSI volume has an access mode
# expect: volume-csi-fields error
# mended: volume "data" {\n  access_mode = "multi-node-multi-writer"
job "shop" {
  group "web" {
    volume "data" { # <-
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
