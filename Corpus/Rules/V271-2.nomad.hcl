# V271: a secret has a provider
# expect: secret-incomplete error
# mended: secret "db" {\n  provider = "vault"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      secret "db" { # <-
        path = "secret/data/db"
      }
    }
  }
}
