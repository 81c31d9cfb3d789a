# V107: a static port of a task's network is not one of the group's
# expect: port-static-twice error
# mended: static = 8081
# mended:
job "shop" {
  group "web" {
    network {
      port "http" {
        static = 8080
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "admin" {
            static = 8080 # <-
          }
        }
      }
    }
  }
}
