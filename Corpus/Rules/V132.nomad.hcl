# V132: the port of a task's service is a label of the group's network or the task's
# expect: port-unknown-label error
# mended: port = "http"
# mended:
job "shop" {
  group "web" {
    network {
      port "http" {}
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"
        port = "htpp" # <-
      }
    }
  }
}
