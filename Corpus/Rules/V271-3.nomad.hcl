# V271: a plugin takes no config
# expect: secret-incomplete error
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      secret "db" {
        provider = "keepass"
        path = "db"
        config { # <-
          engine = "kv_v2"
        }
      }
    }
  }
}
