# V227: change mode "signal" has a signal; without the key it is SIGHUP
# expect: vault-change-mode error
# mended: change_signal = "SIGUSR1"
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
        change_mode = "signal"
        change_signal = "" # <-
      }
    }
  }
}
