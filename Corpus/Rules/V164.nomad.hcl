# V164: the name of a group with a sidecar has no capitals
# expect: connect-uppercase-name error
# mended: group "web" {
job "shop" {
  group "Web" { # <-
    network {
      mode = "bridge"
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
