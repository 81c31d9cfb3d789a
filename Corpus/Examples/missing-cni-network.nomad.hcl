# Asks for a CNI network that no ready node has: the only node with it is being drained.
job "payments" {
  datacenters = ["fra", "ams"]

  group "api" {
    count = 2

    network {
      mode = "cni/prod"

      port "http" {
        to = 8080
      }
    }

    task "api" {
      driver = "docker"

      config {
        image = "registry.example/payments/api:4.2.0"
        ports = ["http"]
      }

      resources {
        cpu    = 300
        memory = 256
      }
    }
  }
}
