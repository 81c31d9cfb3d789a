# V211: a device has no constraint distinct_hosts
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
            operator = "distinct_hosts"
            value = "true"
          }
        }
      }
    }
  }
}
