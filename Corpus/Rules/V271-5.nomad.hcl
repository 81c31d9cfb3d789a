# V271: vault takes a config, and a plugin an env
# expect: nothing
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      secret "db" {
        provider = "vault"
        path = "secret/data/db"
        config {
          engine = "kv_v2"
        }
      }
      secret "api" {
        provider = "keepass"
        path = "api"
        env {
          PROXY = "squid:3128"
        }
      }
    }
  }
}
