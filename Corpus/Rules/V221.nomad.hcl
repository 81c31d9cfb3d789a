# V221: a signal brings no new environment
# expect: template-change-mode error
# mended: change_mode = "restart"
# mended: change_mode = "noop"
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
        env = true
        change_mode = "signal" # <-
      }
    }
  }
}
