# V048: an update block of a sysbatch job reaches its groups and is refused there
# expect: update-wrong-type error
# mended:
job "shop" {
  type = "sysbatch"

  update { max_parallel = 2 } # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
