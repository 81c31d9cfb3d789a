# V058: a script check of a group's service says in which task it runs
# expect: check-script-missing-task error
# mended: check {\n  task = "server"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check { # <-
        type     = "script"
        command  = "/bin/ok"
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
