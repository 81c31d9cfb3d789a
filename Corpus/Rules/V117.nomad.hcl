# V117: the task of a check exists
# expect: check-unknown-task error
# mended: task = "server"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "script"
        command  = "/bin/ok"
        task     = "srever" # <-
        interval = "10s"
        timeout  = "2s"
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
