# V266: one identity of a task is without a name
# expect: identity-duplicate error
# mended: identity {\n  name = "shop"\n  aud  = ["shop"]
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      identity {
        env = true
      }
      identity { # <-
        file = true
      }
    }
  }
}
