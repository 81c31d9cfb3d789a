# V162: the network of a group with a sidecar is in mode "bridge"
# expect: connect-without-bridge error
# mended: mode = "bridge"
job "shop" {
  group "web" {
    network {
      mode = "host" # <-
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
