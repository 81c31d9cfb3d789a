# V103: one reader cannot be several instances
# expect: volume-several-users error
# mended: access_mode = "multi-node-reader-only"
# mended: access_mode = "single-node-reader-only"\nper_alloc = true
job "shop" {
  group "web" {
    count = 2

    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
      access_mode     = "single-node-reader-only" # <-
      read_only       = true
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
