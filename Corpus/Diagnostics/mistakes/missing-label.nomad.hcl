job "web" {
  group {
    task "server" {
      driver = "docker"
    }
  }
}
