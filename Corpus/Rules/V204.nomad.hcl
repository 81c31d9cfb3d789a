# V204: a CSI plugin is of type node, controller or monolith
# expect: csi-plugin-malformed error
# mended: type = "node"
# mended: type = "controller"
# mended: type = "monolith"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      csi_plugin {
        id = "disks"
        type = "half" # <-
      }
    }
  }
}
