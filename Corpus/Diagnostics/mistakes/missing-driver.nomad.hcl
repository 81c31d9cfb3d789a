job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {

      config {
        image = "nginx:1"
      }

    }
  }
}
