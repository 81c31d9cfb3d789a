# V193: the log files of the defaults take 100 MB
# expect: logs-above-disk error
# mended: size = 101
job "shop" {
  group "web" {
    ephemeral_disk {
      size = 100 # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
