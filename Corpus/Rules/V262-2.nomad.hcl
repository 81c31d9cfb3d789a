# V262: the default of mount_dir counts
# expect: csi-plugin-publish-directory error
# mended: stage_publish_base_dir = "/local/csi"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      csi_plugin {
        id = "disks"
        type = "node"
        stage_publish_base_dir = "/csi/volumes" # <-
      }
    }
  }
}
