# V106: the network of a task does not repeat a label of the group's
# expect: port-duplicate-label error
# mended: port "metrics" {}
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

      resources {
        network {
          port "http" {} # <-
        }
      }
    }
  }
}
