# V104: one writer cannot be several instances, even if they only read
# expect: volume-several-users error
# mended: access_mode = "multi-node-multi-writer"
# mended: access_mode = "single-node-writer"\nper_alloc = true
job "shop" {
  group "web" {
    count = 2

    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
      access_mode     = "single-node-writer" # <-
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
