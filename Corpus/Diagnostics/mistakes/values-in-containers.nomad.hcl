variable "ports" {
  type    = list(object({ label = string, to = number }))
  default = [
    { label = "http", to = 80 },
    { label = "admin", to = "eighty" },
  ]
}

variable "limits" {
  type    = map(number)
  default = { cpu = "500MHz" }
}

variable "on" {
  type    = bool
  default = "yes"
}

variable "names" {
  type    = list(string)
  default = "a"
}

job "web" {
  group "api" {
    task "server" {
      driver = "docker"
      config {
        image = "nginx:1"
      }
    }
  }
}
