# V204: the type has to be written
# expect: csi-plugin-malformed error
# mended: csi_plugin {\n  type = "monolith"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      csi_plugin { # <-
        id = "disks"
      }
    }
  }
}
