job "web" {
  datacenters = ["dc1"]
  meta.foo = "x"
  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
