# V251: a spread names each target once
# expect: spread-duplicate-target error
# mended: target "dc2" {
job "shop" {
  spread {
    attribute = "${node.datacenter}"
    target "dc1" {
      percent = 60
    }
    target "dc1" { # <-
      percent = 40
    }
  }
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
