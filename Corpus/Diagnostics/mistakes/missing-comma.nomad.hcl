job "web" {
  datacenters = ["dc1" "dc2"]

  group "api" {
    task "server" {
      driver = "docker"
    }
  }
}
