# V126: a service that speaks to the mesh itself names its task where there are several
# expect: connect-native-task error
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

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
