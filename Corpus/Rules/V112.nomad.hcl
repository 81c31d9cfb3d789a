# V112: a service of a task belongs to that task
# expect: service-foreign-task error
# mended: task = "server"
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"
        task = "logs" # <-
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
