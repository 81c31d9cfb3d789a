# V273: a Vault cluster other than the default one needs Nomad Enterprise
# expect: cluster-needs-enterprise warning
# mended: cluster = "default"
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      vault {
        policies = ["shop"]
        cluster = "west" # <-
      }
    }
  }
}
