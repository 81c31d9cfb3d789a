# Reports of low priority fill the two large machines.
job "reports" {
  datacenters = ["ams"]
  type        = "batch"
  priority    = 20

  constraint {
    attribute = "${node.class}"
    operator  = "set_contains_any"
    value     = "db,gpu"
  }

  group "report" {
    count = 4

    task "report" {
      driver = "docker"

      config {
        image = "registry.example/report:5"
      }

      resources {
        cpu    = 15000
        memory = 30000
      }
    }
  }
}
