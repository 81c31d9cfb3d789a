# V126: or it is
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"
      task = "server"

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

    task "logs" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
