locals {
  name  = "${local.group}-api"
  group = local.name
}

job "web" {
  group "api" {
    task "server" {
      driver = "docker"
    }
  }
}
