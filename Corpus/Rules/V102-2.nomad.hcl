# V102: a volume with several nodes of readers is read-only
# expect: volume-csi-fields error
# mended: access_mode = "multi-node-reader-only"\nread_only = true
# mended: access_mode = "multi-node-single-writer"
job "shop" {
  group "web" {
    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
      access_mode     = "multi-node-reader-only" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
