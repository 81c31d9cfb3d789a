# V130: two checks without names are called the same
# expect: check-duplicate-name error
# mended: check {\n  name = "ready"
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
          command  = "/bin/a"
          interval = "10s"
          timeout  = "2s"
        }

        check { # <-
          type     = "script"
          command  = "/bin/b"
          interval = "10s"
          timeout  = "2s"
        }
      }
    }
  }
}
