# V210: a device has a name
# expect: device-missing-name error
# mended: device "gpu" {
# mended: device "nvidia/gpu" {
# mended: device "nvidia/gpu/1080ti" {
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        device "" { # <-
        }
      }
    }
  }
}
