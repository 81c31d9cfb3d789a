variable "image_tag" {
  default = "1.27"
}

job "web" {
  datacenters = ["dc1"]

  group "api" {

    task "server" {
      driver = "docker"

      config {
        image = "nginx:${var.image_tga}"
      }

    }
  }
}
