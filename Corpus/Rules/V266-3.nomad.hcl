# V266: an identity with a name has an audience
# expect: identity-missing-audience warning
# mended: identity {\n  aud = ["shop"]
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      identity { # <-
        name = "shop"
      }
    }
  }
}
