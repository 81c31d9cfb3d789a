job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {
      driver = "docker"

<<<<<<< HEAD
      config {
        image = "nginx:1"
      }
=======
      config {
        image = "nginx:2"
      }
>>>>>>> branch

    }
  }
}
