# V190: other jobs may take their time
# expect: nothing
job "shop" {
  type = "batch"
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
