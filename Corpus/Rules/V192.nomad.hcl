# V192: a task keeps at least one log file
# expect: logs-too-small error
# mended: max_files = 1
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      logs {
        max_files = 0 # <-
      }
    }
  }
}
