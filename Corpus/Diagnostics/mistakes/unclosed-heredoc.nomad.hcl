job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }
      template {
        data = <<EOF
hello
        destination = "local/x"
      }

    }
  }
}
