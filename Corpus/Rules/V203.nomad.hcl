# V203: a CSI plugin has an id
# expect: csi-plugin-malformed error
# mended: id = "disks"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      csi_plugin {
        id = "" # <-
        type = "node"
      }
    }
  }
}
