# V105: several nodes with one writer cannot have several instances that write
# expect: volume-several-users error
# mended: access_mode = "multi-node-single-writer"\nread_only = true
# mended: access_mode = "multi-node-single-writer"\nper_alloc = true
# mended: access_mode = "multi-node-multi-writer"
job "shop" {
  group "web" {
    count = 2

    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
      access_mode     = "multi-node-single-writer" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
