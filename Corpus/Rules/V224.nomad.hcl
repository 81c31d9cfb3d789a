# V224: the permissions of a template are octal digits
# expect: template-malformed-permissions error
# mended: perms = "0644"
# mended: perms = "600"
# mended: perms = "7777"
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
        perms = "rw-r--r--" # <-
      }
    }
  }
}
