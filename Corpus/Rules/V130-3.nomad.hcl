# V130: checks of a group's service may share a name
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"

      check {
        name     = "up"
        task     = "server"
        type     = "script"
        command  = "/bin/a"
        interval = "10s"
        timeout  = "2s"
      }

      check {
        name     = "up"
        task     = "server"
        type     = "script"
        command  = "/bin/b"
        interval = "10s"
        timeout  = "2s"
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
