# V104: one instance is one writer
# expect: nothing
job "shop" {
  group "web" {
    count = 1

    volume "data" {
      type            = "csi"
      source          = "data"
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
