# V138: the path is not empty
# expect: check-http-path error
# mended: path = "health"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "http"
        path     = "" # <-
        interval = "10s"
        timeout  = "2s"
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
