# V093: a volume has a source
# expect: volume-missing-source error
# mended: volume "data" {\n  source = "data"
job "shop" {
  group "web" {
    volume "data" { # <-
      type = "host"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
