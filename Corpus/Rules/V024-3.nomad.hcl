# V024: sysbatch jobs may be parameterized
# expect: nothing
job "shop" {
  type = "sysbatch"

  parameterized {}

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
