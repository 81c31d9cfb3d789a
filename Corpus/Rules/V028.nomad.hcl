# V028: the priority is at most 100, unless the servers take more
# expect: job-priority-out-of-range error
# mended: priority = 100
# mended: priority = 1
# mended: priority = 0
# mended:
job "shop" {
  priority = 101 # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
