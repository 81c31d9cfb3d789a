# V103: one instance is one reader
# expect: nothing
job "shop" {
  group "web" {
    count = 1

    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
      access_mode     = "single-node-reader-only"
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
