job "web" {
  group "api" {
    network {
      dns {
        servers {
          primary = "10.0.0.2"
        }
      }
    }

    task "server" {
      driver = "docker"
    }
  }
}
