# V106: a task does not repeat a label in its own network
# expect: port-duplicate-label error
# mended: port "metrics" {}
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "http" {}
          port "http" {} # <-
        }
      }
    }
  }
}
