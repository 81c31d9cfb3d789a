job "shop" {
  type = "batch"

  periodic {
    crons = ["@daily"]
  }

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
