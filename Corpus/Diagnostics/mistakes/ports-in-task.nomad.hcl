job "web" {
  group "api" {
    network {
      port "http" {
        to = 8080
      }
    }

    task "server" {
      driver = "docker"
      ports  = ["http"]
      image  = "nginx:1.27"
    }
  }
}
