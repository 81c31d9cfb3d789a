# V061: max_parallel is not negative
# expect: update-negative error
# mended: max_parallel = 0
# mended: max_parallel = 1
job "shop" {
  group "web" {
    update {
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
