# V192: a log file has at least 1 MB
# expect: logs-too-small error
# mended: max_file_size = 1
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      logs {
        max_file_size = 0 # <-
      }
    }
  }
}
