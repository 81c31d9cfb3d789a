# V249: a spread has an attribute
# expect: spread-missing-attribute error
# mended: attribute = "${node.datacenter}"
job "shop" {
  spread {
    attribute = "" # <-
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
