# V071: the health of a migration is judged by "checks" or "task_states", not by hand
# expect: migrate-malformed error
# mended: health_check = "checks"
# mended: health_check = "task_states"
# mended:
job "shop" {
  group "web" {
    migrate {
      health_check = "manual" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
