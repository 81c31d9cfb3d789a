# V123: on_update of a service is require_healthy, ignore_warnings or ignore
# expect: service-unknown-on-update error
# mended: on_update = "require_healthy"
# mended: on_update = "ignore_warnings"
# mended: on_update = "ignore"
# mended:
job "shop" {
  group "web" {
    service {
      name      = "web"
      on_update = "healthy" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
