# V124: the provider is consul or nomad
# expect: service-unknown-provider error
# mended: provider = "consul"
# mended: provider = "nomad"
# mended: provider = ""
job "shop" {
  group "web" {
    service {
      name     = "web"
      provider = "etcd" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
