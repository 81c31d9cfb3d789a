# V162: before 1.8 a CNI network is not enough
# expect: connect-without-bridge error
# mended: mode = "bridge"
# target-version: 1.7
job "shop" {
  group "web" {
    network {
      mode = "cni/mesh" # <-
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
