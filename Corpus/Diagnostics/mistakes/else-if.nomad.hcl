job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = "%{ if true }a%{ else if false }b%{ endif }"
      }

    }
  }
}
