# V219: the change mode of a template is noop, restart, signal or script
# expect: template-change-mode error
# mended: change_mode = "noop"
# mended: change_mode = "restart"
# mended: change_mode = "signal"
# mended: change_mode = "signal"\nchange_signal = "SIGUSR1"
# mended: change_mode = "script"\nchange_script {\n  command = "/bin/reload"\n}
# mended:
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
        change_mode = "reload" # <-
      }
    }
  }
}
