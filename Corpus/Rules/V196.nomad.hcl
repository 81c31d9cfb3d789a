# V196: the templates of a task have destinations of their own
# expect: template-duplicate-destination error
# mended: destination = "local/more.conf"
# mended: destination = "secrets/app.conf"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "a"
        destination = "local/app.conf"
      }
      template {
        data = "b"
        destination = "local/app.conf" # <-
      }
    }
  }
}
