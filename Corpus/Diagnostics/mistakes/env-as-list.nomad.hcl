job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }
      env = ["A=1"]

    }
  }
}
