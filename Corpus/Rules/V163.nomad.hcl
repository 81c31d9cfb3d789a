# V163: the name of a service with a sidecar has no capitals
# expect: connect-uppercase-name error
# mended: name = "web"
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "Web" # <-
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
