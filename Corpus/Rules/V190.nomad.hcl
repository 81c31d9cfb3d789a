# V190: a service's kill_timeout is not above its progress_deadline
# expect: kill-timeout-too-long error
# mended: kill_timeout = "15m"
job "shop" {
  update {
    progress_deadline = "15m"
  }
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      kill_timeout = "15m1s" # <-
    }
  }
}
