# V224: 8 is no octal digit
# expect: template-malformed-permissions error
# mended: perms = "0700"
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
        perms = "0800" # <-
      }
    }
  }
}
