job "web" {
  group "api" {
    task "server" {
      driver = "docker"

      resources {
        cpu = 500

        port "http" {
          static = 8080
        }
      }
    }
  }
}
