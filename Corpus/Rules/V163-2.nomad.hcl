# V163: a native service may have capitals in its name
# expect: nothing
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "Web"
      port = "8080"
      connect {
        native = true
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
