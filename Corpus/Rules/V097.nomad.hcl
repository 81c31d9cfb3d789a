# V097: a host volume has no access mode before 1.10
# expect: volume-host-fields error
# mended:
job "shop" {
  group "web" {
    volume "data" {
      type        = "host"
      source      = "data"
      access_mode = "single-node-writer" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
