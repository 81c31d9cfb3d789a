# V049: an update block is valid, also where groups inherit it, and what is wrong with it is said once
# expect: update-unknown-health-check error
# mended: health_check = "checks"
# mended:
job "shop" {
  update {
    health_check = "hope" # <-
  }

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }

  group "api" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
