# V262: stage_publish_base_dir does not lie below mount_dir
# expect: csi-plugin-publish-directory error
# mended: stage_publish_base_dir = "/local/csi"
# mended: stage_publish_base_dir = "/csivolumes"
# mended:
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
        mount_dir = "/csi"
        stage_publish_base_dir = "/csi/volumes" # <-
      }
    }
  }
}
