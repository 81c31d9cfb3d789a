job "web" {
  group "api" {
    task "server" {
      driver = "docker"

      resources {
        memmory = 512
      }
    }
  }
}
