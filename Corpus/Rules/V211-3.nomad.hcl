# V211: the constraints of a device are checked like others
# expect: constraint-unknown-operator error
# mended: operator = ">="
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        device "nvidia/gpu" {
          constraint {
            attribute = "${device.attr.memory}"
            operator = "least" # <-
            value = "8 GiB"
          }
        }
      }
    }
  }
}
