job "web" {
  group "api" {
    network {
      dynamic "port" {
        for_each = ["http", "metrics"]

        content {
          to = 8080
        }
      }
    }

    task "server" {
      driver = "docker"
    }
  }
}
