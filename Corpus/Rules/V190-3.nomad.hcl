# V190: a progress_deadline of 0 sets no limit
# expect: nothing
job "shop" {
  update {
    progress_deadline = "0s"
  }
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      kill_timeout = "1h"
    }
  }
}
