# V132: the ports of the task.s own network count, too
# expect: nothing
job "shop" {
  group "web" {
    network {
      port "http" {}
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "admin" {}
        }
      }

      service {
        name = "web"
        port = "admin"
      }
    }
  }
}
