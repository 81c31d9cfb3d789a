# V075: the server looks at the restart policies of groups only, not at those that tasks write themselves
# expect: nothing
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      restart {
        attempts = 100
        delay    = "1m"
        interval = "1s"
        mode     = "retry"
      }
    }
  }
}
