# V211: the affinities of a device are checked like others
# expect: affinity-weight error
# mended: weight = 100
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        device "nvidia/gpu" {
          affinity {
            attribute = "${device.attr.memory}"
            operator = ">="
            value = "8 GiB"
            weight = 0 # <-
          }
        }
      }
    }
  }
}
