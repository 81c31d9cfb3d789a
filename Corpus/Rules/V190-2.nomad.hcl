# V190: without an update block the default of ten minutes counts
# expect: kill-timeout-too-long error
# mended: kill_timeout = "10m"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      kill_timeout = "10m1s" # <-
    }
  }
}
