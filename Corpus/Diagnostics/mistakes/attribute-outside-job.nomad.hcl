datacenters = ["dc1"]

group "api" {
  task "server" {
    driver = "docker"
  }
}
