variable "replicas" {
  type    = number
  default = "three"
}

variable "dcs" {
  type    = list
  default = ["dc1"]
}

job "web" {
  group "api" {
    count = var.replicas

    task "server" {
      driver = "docker"
    }
  }
}
