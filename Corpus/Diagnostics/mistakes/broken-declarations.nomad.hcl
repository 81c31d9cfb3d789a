variable {
  default = "a"
}

variable "b" "string" {
  default = "b"
}

variable "c" {
  default {
    x = 1
  }
}

variable "d" {
  default   = "d"
  sensitive = true

  validation "label" {
    condition    = var.d != local.e
    eror_message = "No."
  }
}

locals = {
  e = "e"
}

job "web" {
  name = "${var.a}${var.b}${var.c}${local.e}"
  group "api" {
    task "server" {
      driver = "docker"
      config {
        image = "nginx:1"
      }
    }
  }
}
