# V093: the source is not empty
# expect: volume-missing-source error
# mended: source = "data[0]"
job "shop" {
  group "web" {
    volume "data" {
      type            = "csi"
      source          = "" # <-
      attachment_mode = "file-system"
      access_mode     = "single-node-writer"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
