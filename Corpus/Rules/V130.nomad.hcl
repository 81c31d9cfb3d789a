# V130: the checks of a task's service have different names
# expect: check-duplicate-name error
# mended: name = "ready"
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
          name     = "up"
          type     = "script"
          command  = "/bin/a"
          interval = "10s"
          timeout  = "2s"
        }

        check {
          name     = "up" # <-
          type     = "script"
          command  = "/bin/b"
          interval = "10s"
          timeout  = "2s"
        }
      }
    }
  }
}
