job "web" {
  datacenters = [dc1]

  group "api" {
    count = three

    task "server" {
      driver = docker
    }
  }
}
