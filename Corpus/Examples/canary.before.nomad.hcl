# The version of the API that runs: canary.nomad.hcl is the next one.
job "api" {
  datacenters = ["fra"]

  update {
    max_parallel = 1
    canary       = 1
    auto_revert  = true
  }

  group "api" {
    count = 3

    task "api" {
      driver = "docker"

      config {
        image = "registry.example/api:41"
      }

      resources {
        cpu    = 500
        memory = 512
      }
    }
  }
}
