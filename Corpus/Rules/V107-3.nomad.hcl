# V107: two tasks do not ask for one static port
# expect: port-static-twice error
# mended: static = 8081
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "http" {
            static = 8080
          }
        }
      }
    }

    task "logs" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "http" {
            static = 8080 # <-
          }
        }
      }
    }
  }
}
