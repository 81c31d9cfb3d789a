job "shop" {
  type = "batch"

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
