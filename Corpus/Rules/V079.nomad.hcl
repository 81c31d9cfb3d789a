# V079: attempts are counted in an interval above 0
# expect: reschedule-ambiguous error
# mended: attempts = 1\ninterval = "10m"
# mended: attempts = 0
job "shop" {
  group "web" {
    reschedule {
      attempts  = 1 # <-
      unlimited = false
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
