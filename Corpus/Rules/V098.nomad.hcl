# V098: a host volume has no mount options
# expect: volume-host-fields error
# mended:
job "shop" {
  group "web" {
    volume "data" {
      type   = "host"
      source = "data"
      mount_options { fs_type = "ext4" } # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
