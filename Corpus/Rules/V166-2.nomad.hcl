# V166: with several tasks in the group a native service names its own
# expect: connect-native-task error
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      port = "8080"
      connect {
        native = true # <-
      }
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
    task "logs" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
