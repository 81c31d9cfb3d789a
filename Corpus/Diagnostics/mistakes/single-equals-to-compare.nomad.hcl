job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = 1 = 1 ? "a" : "b"
      }

    }
  }
}
