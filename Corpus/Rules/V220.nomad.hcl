# V220: change mode "signal" has a signal; without the key it is SIGHUP
# expect: template-change-mode error
# mended: change_signal = "SIGUSR1"
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
        change_mode = "signal"
        change_signal = "" # <-
      }
    }
  }
}
