# V266: the names of a task's identities are its own
# expect: identity-duplicate error
# mended: name = "stock"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      identity {
        name = "shop"
        aud = ["a"]
      }
      identity {
        name = "shop" # <-
        aud = ["b"]
      }
    }
  }
}
