# V044: a group that writes no restart policy gets one, whatever the job's type
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
