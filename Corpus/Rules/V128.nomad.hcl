# V128: a service of a task has no connect block
# expect: connect-in-task error
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"

        connect { # <-
          sidecar_service {}
        }
      }
    }
  }
}
