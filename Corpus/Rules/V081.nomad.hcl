# V081: the delay is at least 5s
# expect: reschedule-delay error
# mended: delay = "5s"
job "shop" {
  group "web" {
    reschedule {
      delay = "4999ms" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
