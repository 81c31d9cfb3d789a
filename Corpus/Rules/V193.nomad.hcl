# V193: the log files stay below the size of the disk
# expect: logs-above-disk error
# mended: max_file_size = 19
job "shop" {
  group "web" {
    ephemeral_disk {
      size = 200
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      logs {
        max_files     = 10
        max_file_size = 20 # <-
      }
    }
  }
}
