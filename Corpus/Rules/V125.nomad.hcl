# V125: services of Nomad itself have no connect block
# expect: connect-with-nomad-provider error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }

    service {
      name     = "web"
      port     = "80"
      provider = "nomad"

      connect { # <-
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
