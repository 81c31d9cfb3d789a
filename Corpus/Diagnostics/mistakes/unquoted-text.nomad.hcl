job "web" {
  group "api" {
    task "server" {
      driver = "docker"

      config {
        image = nginx:1.27
      }
    }
  }
}
