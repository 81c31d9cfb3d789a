# V098: since 1.10 neither
# expect: volume-host-fields error
# target-version: 1.10
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
