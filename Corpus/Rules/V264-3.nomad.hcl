# V264: the devices of a numa block are among those of the task
# expect: resources-numa error
# mended: devices = ["nvidia/gpu"]
# mended: devices = []
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        cores = 2
        device "nvidia/gpu" {}
        numa {
          affinity = "require"
          devices = ["nvidia/gpv"] # <-
        }
      }
    }
  }
}
