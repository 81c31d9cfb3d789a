# V263: since 1.8.7 a native service has a port
# expect: connect-native-missing-port error
# mended: service {\n  port = "8080"
# target-version: 1.8.7
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service { # <-
      name = "web"
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
