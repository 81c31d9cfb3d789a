job "web" {
  datacenters = ["a", "b"
  type = "service"
  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
