# V070: max_parallel of a migration is not negative
# expect: migrate-malformed error
# mended: max_parallel = 0
# mended: max_parallel = 1
job "shop" {
  group "web" {
    migrate {
      max_parallel = -1 # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
