# V196: templates of two tasks may have one destination
# expect: nothing
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
    }
    task "logs" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      template {
        data = "a"
        destination = "local/app.conf"
      }
    }
  }
}
