# V139: what follows two slashes is a host
# expect: check-http-path error
# mended: path = "//web:80/health"
# mended: path = "/web:http/health"
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "http"
        path     = "//web:http/health" # <-
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
