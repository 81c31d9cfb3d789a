# V225: a template waits at most as long as it waits at least
# expect: template-wait error
# mended: min = "10s"
# mended: min = "5s"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "port = 80"
        destination = "local/app.conf"
        wait {
          min = "11s" # <-
          max = "10s"
        }
      }
    }
  }
}
