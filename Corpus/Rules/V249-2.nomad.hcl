# V249: the attribute has to be written
# expect: spread-missing-attribute error
# mended: spread {\n  attribute = "${node.datacenter}"
job "shop" {
  spread { # <-
    weight = 50
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
