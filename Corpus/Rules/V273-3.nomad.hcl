# V273: a service of another cluster needs Nomad Enterprise
# expect: cluster-needs-enterprise warning
# mended: cluster = "default"
# mended:
job "shop" {
  group "web" {
    service {
      name = "web"
      cluster = "west" # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
