# V278: "iops" has no effect
# expect: resources-iops warning
# mended: iops = 0
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        iops = 100 # <-
      }
    }
  }
}
