# V262: the default of stage_publish_base_dir counts
# expect: csi-plugin-publish-directory error
# mended: mount_dir = "/csi"
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
        mount_dir = "/local" # <-
      }
    }
  }
}
