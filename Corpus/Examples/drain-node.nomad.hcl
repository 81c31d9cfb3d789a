# A web shop with two instances, one of them on app-1, which is to be drained. The allocations are in drain-node.allocs.json.
job "shop" {
  datacenters = ["fra", "ams"]

  constraint {
    attribute = "${node.class}"
    value     = "app"
  }

  group "web" {
    count = 2

    network {
      port "http" {
        to = 8080
      }
    }

    task "web" {
      driver = "docker"

      config {
        image = "registry.example/shop:3"
        ports = ["http"]
      }

      resources {
        cpu    = 1000
        memory = 1024
      }
    }
  }
}
