# V271: a secret has a path
# expect: secret-incomplete error
# mended: path = "secret/data/db"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      secret "db" {
        provider = "vault"
        path = "" # <-
      }
    }
  }
}
