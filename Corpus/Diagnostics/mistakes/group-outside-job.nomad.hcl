group "api" {
  task "t" {
    driver = "docker"
  }
}
