# V224: the permissions of a template have twelve bits at most
# expect: template-malformed-permissions error
# mended: perms = "7777"
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
        perms = "10000" # <-
      }
    }
  }
}
