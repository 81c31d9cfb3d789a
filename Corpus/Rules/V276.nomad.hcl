# V276: max_parallel is not above the count
# expect: update-parallel-above-count warning
# mended: max_parallel = 3
# mended: max_parallel = 1
# mended:
job "shop" {
  group "web" {
    count = 3
    update {
      max_parallel = 4 # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
