# V273: a Consul cluster other than the default one needs Nomad Enterprise
# expect: cluster-needs-enterprise warning
# mended: cluster = "default"
# mended:
job "shop" {
  group "web" {
    consul {
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
