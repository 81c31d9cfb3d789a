# V120: the name that a service gets from its job counts, too
# expect: service-malformed-name error
# mended: service {\n  name = "web"
job "my_shop" {
  group "web" {
    service { # <-
      port = "80"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
