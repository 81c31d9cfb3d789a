# V120: the name of a service is a label of DNS
# expect: service-malformed-name error
# mended: name = "shop-web"
# mended: name = "9"
job "shop" {
  group "web" {
    service {
      name = "shop_web" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
