# V203: the id has to be written
# expect: csi-plugin-malformed error
# mended: csi_plugin {\n  id = "disks"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      csi_plugin { # <-
        type = "node"
      }
    }
  }
}
