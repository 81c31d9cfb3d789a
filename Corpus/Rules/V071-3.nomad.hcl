# V071: with max_parallel = 0 the health check may be empty
# expect: nothing
job "shop" {
  group "web" {
    migrate {
      max_parallel = 0
      health_check = ""
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
