job "web" {
  group "api" {
    restart {
      interval = "1d"
      delay    = "15"
    }

    task "server" {
      driver       = "docker"
      kill_timeout = 30
    }
  }
}
