# V133: a script check needs none
# expect: nothing
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"

        check {
          type     = "script"
          command  = "/bin/ok"
          interval = "10s"
          timeout  = "2s"
        }
      }
    }
  }
}
