# V222: a change script has a command
# expect: template-change-mode error
# mended: command = "/bin/reload"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "port = 80"
        destination = "local/app.conf"
        change_mode = "script"
        change_script {
          command = "" # <-
        }
      }
    }
  }
}
