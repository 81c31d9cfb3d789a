# V060: a health check that is given is not empty
# expect: update-unknown-health-check error
# mended:
job "shop" {
  group "web" {
    update {
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
