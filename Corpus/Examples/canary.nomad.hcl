# The next version of the API goes out as one canary first; what runs is left alone until that one is healthy.
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
        image = "registry.example/api:42"
      }

      resources {
        cpu    = 500
        memory = 512
      }
    }
  }
}
