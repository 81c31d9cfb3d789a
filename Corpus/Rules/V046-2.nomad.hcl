# V046: a job that writes no reschedule policy gets one, or needs none
# expect: nothing
job "shop" {
  type = "sysbatch"

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
