# V289: which of two locals of the same name counts is not defined
# expect: local-duplicate error
locals {
  tag = "1.4"
}
locals {
  tag = "1.5" # <-
}
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:${local.tag}"
      }
    }
  }
}
