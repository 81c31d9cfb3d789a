# V139: a path has no control characters
# expect: check-http-path error
# mended: path = "/a b"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "http"
        path     = "/a\tb" # <-
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
