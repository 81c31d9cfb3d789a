# V287: a "variables" block is an old form
# expect: legacy-spelling info
variables { # <-
  image = "shop/web:1.4"
}
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = var.image
      }
    }
  }
}
