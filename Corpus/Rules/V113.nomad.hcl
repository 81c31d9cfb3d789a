# V113: a check of a task's service runs in that task
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

        check {
          type     = "script"
          command  = "/bin/ok"
          task     = "logs" # <-
          interval = "10s"
          timeout  = "2s"
        }
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
