# V141: a script check has a command
# expect: check-script-missing-command error
# mended: check {\n  command = "/bin/ok"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check { # <-
        type     = "script"
        task     = "server"
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
