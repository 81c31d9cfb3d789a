# V139: a path without a slash before it has no colon in its first part
# expect: check-http-path error
# mended: path = "/8080:health"
# mended: path = "health/8080:"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "http"
        path     = "8080:health" # <-
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
