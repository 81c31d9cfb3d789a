# V080: a batch job has one attempt unless the policy says otherwise
# expect: reschedule-ambiguous error
# mended: unlimited = true\nattempts = 0
# mended: unlimited = false
job "shop" {
  type = "batch"

  group "web" {
    reschedule {
      unlimited = true # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
