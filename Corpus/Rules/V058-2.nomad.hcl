# V058: the task of the service will do
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      task = "server"

      check {
        type     = "script"
        command  = "/bin/ok"
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
