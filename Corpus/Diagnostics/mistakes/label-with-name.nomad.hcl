job "web" {
  datacenters = ["dc1"]

  group name="api" {

    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
