variable "image_tag" {
  type = string
}

job "web" {
  group "api" {
    task "server" {
      driver = "docker"

      config {
        image = "nginx:${var.image_tag}"
      }

      env {
        TAG = var.image_tg
      }
    }
  }
}
