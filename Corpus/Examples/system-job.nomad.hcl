# A metrics agent on every Linux node of the fleet.
job "node-metrics" {
  datacenters = ["*"]
  type        = "system"

  constraint {
    attribute = "${attr.kernel.name}"
    value     = "linux"
  }

  group "agent" {
    task "agent" {
      driver = "docker"

      config {
        image = "registry.example/metrics-agent:1"
      }

      resources {
        cpu    = 100
        memory = 64
      }
    }
  }
}
