# V267: change mode "signal" of an identity has a signal
# expect: identity-change-mode error
# mended: change_mode = "signal"\nchange_signal = "SIGHUP"
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
        change_mode = "signal" # <-
      }
    }
  }
}
