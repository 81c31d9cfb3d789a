# V051: a migrate block is valid, also where groups inherit it, and what is wrong with it is said once
# expect: migrate-malformed error
# mended: max_parallel = 0
# mended:
job "shop" {
  migrate {
    max_parallel = -1 # <-
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
