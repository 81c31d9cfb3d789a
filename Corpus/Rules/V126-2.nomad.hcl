# V126: the only task of a group need not be named
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

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
