# V118: another port is enough
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"
    }

    service {
      name = "web"
      port = "81"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
