# V162: since 1.8 a CNI network will do
# expect: nothing
# target-version: 1.8
job "shop" {
  group "web" {
    network {
      mode = "cni/mesh"
    }
    service {
      name = "web"
      port = "8080"
      connect {
        sidecar_service {}
      }
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
