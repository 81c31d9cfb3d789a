# V132: the labels of services of the group are not looked at
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "htpp"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
