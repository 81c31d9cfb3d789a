# V028: the priority is not negative
# expect: job-priority-out-of-range error
# mended: priority = 0
job "shop" {
  priority = -1 # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
