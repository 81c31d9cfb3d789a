# Three instances want a GPU each; the fleet has two.
job "inference" {
  datacenters = ["ams"]

  group "model" {
    count = 3

    task "model" {
      driver = "docker"

      config {
        image = "registry.example/inference:9"
      }

      resources {
        cpu    = 2000
        memory = 8192

        device "nvidia/gpu" {
          count = 1
        }
      }
    }
  }
}
