# V271: the providers nomad and vault take no env
# expect: secret-incomplete error
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      secret "db" {
        provider = "nomad"
        path = "db"
        env { # <-
          PROXY = "squid:3128"
        }
      }
    }
  }
}
