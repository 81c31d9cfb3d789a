# V289: a second volume of the same name takes the place of the first
# expect: schema-repeated-label warning
job "shop" {
  group "web" {
    volume "data" {
      type   = "host"
      source = "data"
    }
    volume "data" { # <-
      type   = "host"
      source = "data"
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      volume_mount {
        volume = "data"
        destination = "/data"
      }
    }
  }
}
