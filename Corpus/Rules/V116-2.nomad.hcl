# V116: a check that names no task may
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type         = "http"
        path         = "/health"
        address_mode = "driver"
        interval     = "10s"
        timeout      = "2s"
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
