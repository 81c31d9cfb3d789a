job "web" {
  group "api" {
    network {
      port = [{ http = 8080 }]
    }

    task "server" {
      driver = "docker"

      template = [
        { data = "x", destination = "local/x" },
      ]
    }
  }
}
