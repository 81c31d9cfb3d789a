# V071: an empty health check is refused where something is migrated
# expect: migrate-malformed error
# mended: health_check = "checks"
job "shop" {
  group "web" {
    migrate {
      max_parallel = 1
      health_check = "" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
