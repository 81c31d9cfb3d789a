# The ledger matters more: with "--preemption" it pushes reports out.
job "ledger" {
  datacenters = ["ams"]
  priority    = 80

  constraint {
    attribute = "${node.class}"
    value     = "db"
  }

  group "ledger" {
    task "ledger" {
      driver = "docker"

      config {
        image = "registry.example/ledger:2"
      }

      resources {
        cpu    = 12000
        memory = 16000
      }
    }
  }
}
