# V139: the path can stand in a URL
# expect: check-http-path error
# mended: path = "/50%25?q=50%#top"
# mended: path = "/50%20?q=1"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "http"
        path     = "/50%" # <-
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
