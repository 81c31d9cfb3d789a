# V048: only service and system jobs have an update block
# expect: update-wrong-type error
# mended:
job "shop" {
  type = "batch"

  group "web" {
    update { max_parallel = 2 } # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
