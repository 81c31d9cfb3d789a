# V047: the ephemeral disk has at least 10 MB
# expect: disk-too-small error
# mended: size = 10
# mended:
job "shop" {
  group "web" {
    ephemeral_disk {
      size = 9 # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      logs {
        max_files     = 2
        max_file_size = 2
      }
    }
  }
}
