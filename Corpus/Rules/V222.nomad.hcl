# V222: change mode "script" has a script
# expect: template-change-mode error
# mended: change_mode = "script"\nchange_script {\n  command = "/bin/reload"\n}
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
        change_mode = "script" # <-
      }
    }
  }
}
