job "web" {
  group "api" {
    count = "three"

    task "server" {
      driver = "docker"

      resources {
        memory = "512MB"
      }
    }
  }
}
