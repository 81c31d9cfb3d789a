# V166: the task of a native service exists
# expect: connect-native-task error
# mended: task = "server"
# mended:
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      task = "srever" # <-
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
