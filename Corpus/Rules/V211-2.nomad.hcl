# V211: a device has no constraint distinct_property
# expect: device-constraint-distinct error
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        device "nvidia/gpu" {
          constraint { # <-
            distinct_property = "${device.model}"
          }
        }
      }
    }
  }
}
