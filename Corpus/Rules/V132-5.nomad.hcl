# V132: the network of another task does not count
# expect: port-unknown-label error
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      service {
        name = "web"
        port = "http" # <-
      }
    }

    task "logs" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "http" {}
        }
      }
    }
  }
}
