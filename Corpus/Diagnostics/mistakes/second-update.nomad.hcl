job "web" {
  update {
    max_parallel = 1
  }

  update {
    canary = 1
  }

  group "api" {
    task "server" {
      driver = "docker"
    }
  }
}
