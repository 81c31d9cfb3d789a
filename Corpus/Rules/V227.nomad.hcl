# V227: the change mode of a vault block is noop, restart or signal
# expect: vault-change-mode error
# mended: change_mode = "noop"
# mended: change_mode = "restart"
# mended: change_mode = "signal"
# mended: change_mode = "signal"\nchange_signal = "SIGUSR1"
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      vault {
        policies = ["shop"]
        change_mode = "script" # <-
      }
    }
  }
}
