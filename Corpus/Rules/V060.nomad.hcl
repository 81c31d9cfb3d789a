# V060: the health of an update is judged by "checks", "task_states" or "manual"
# expect: update-unknown-health-check error
# mended: health_check = "checks"
# mended: health_check = "task_states"
# mended: health_check = "manual"
# mended:
job "shop" {
  group "web" {
    update {
      health_check = "hope" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
