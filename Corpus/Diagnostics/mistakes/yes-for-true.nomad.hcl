job "web" {
  all_at_once = "yes"

  group "api" {
    task "server" {
      driver = "docker"
      leader = 1
    }
  }
}
