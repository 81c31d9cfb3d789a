job "web" {
  group "api" {
    driver = "docker"

    config {
      image = "nginx:1.27"
    }
  }
}
