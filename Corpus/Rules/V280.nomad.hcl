# V280: "vault_grace" has no effect
# expect: template-vault-grace warning
# mended: vault_grace = "0s"
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "port = 80"
        destination = "local/app.conf"
        vault_grace = "15s" # <-
      }
    }
  }
}
