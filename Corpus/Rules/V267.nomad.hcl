# V267: the change mode of an identity is noop, restart or signal
# expect: identity-change-mode error
# mended: change_mode = "noop"
# mended: change_mode = "restart"
# mended: change_mode = "signal"\nchange_signal = "SIGHUP"
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      identity {
        name = "shop"
        aud = ["shop"]
        change_mode = "script" # <-
      }
    }
  }
}
