# V076: no restarts at all are fine with mode "fail", in a task with either mode
# expect: nothing
job "shop" {
  group "web" {
    restart {
      attempts = 0
      mode     = "fail"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      restart {
        mode = "delay"
      }
    }
  }
}
