# V010: no datacenter has an empty name
# expect: job-empty-datacenter error
# mended: datacenters = ["dc1"]
# mended: datacenters = ["*"]
# mended: datacenters = []
job "shop" {
  datacenters = ["dc1", ""] # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
