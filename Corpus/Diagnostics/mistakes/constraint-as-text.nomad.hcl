job "web" {
  datacenters = ["dc1"]

  group "api" {
    constraint = "${attr.kernel.name} = linux"
    task "server" {
      driver = "docker"

      config {
        image = "nginx:1"
      }

    }
  }
}
