# V115: a service of a task may have it
# expect: nothing
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name         = "web"
        port         = "8080"
        address_mode = "driver"
      }
    }
  }
}
