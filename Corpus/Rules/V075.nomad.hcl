# V075: a task that used up its restarts fails (mode "fail") or waits (mode "delay")
# expect: restart-malformed error
# mended: mode = "fail"
# mended: mode = "delay"
job "shop" {
  group "web" {
    restart {
      mode = "retry" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
