# V046: a service or batch job has a valid reschedule policy
# expect: reschedule-delay error
# mended: delay = "5s"
# mended:
job "shop" {
  type = "batch"

  reschedule {
    delay = "1s" # <-
  }

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
