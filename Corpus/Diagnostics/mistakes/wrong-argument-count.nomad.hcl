job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = replace("a", "b")
      }

    }
  }
}
