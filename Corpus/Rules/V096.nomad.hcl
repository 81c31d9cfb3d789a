# V096: a host volume has no attachment mode before 1.10
# expect: volume-host-fields error
# mended:
# mended: attachment_mode = ""
job "shop" {
  group "web" {
    volume "data" {
      type            = "host"
      source          = "data"
      attachment_mode = "file-system" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
