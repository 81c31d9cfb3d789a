job "web" {
  task "server" {
    driver = "docker"
    count = 3
    config { image = "x" }
  }
}
