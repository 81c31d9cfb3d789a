# V289: a second vault block of a group takes the place of the first
# expect: schema-repeated-block warning
job "shop" {
  group "web" {
    vault {
      policies = ["shop"]
    }
    vault { # <-
      policies = ["shop"]
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
