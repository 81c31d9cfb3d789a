# V265: the same name in another task is fine
# expect: nothing
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      action "clear" {
        command = "/bin/clear"
      }
    }
    task "logs" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      action "clear" {
        command = "/bin/clear"
      }
    }
  }
}
