# Two services of a mesh. The dashboard reaches the counter through a local port;
# the health check of the counter is let through the proxy on a port of its own.
job "countdash" {
  datacenters = ["fra", "ams"]

  group "counter" {
    network {
      mode = "bridge"
    }

    service {
      name = "counter"
      port = "9001"

      check {
        type     = "http"
        path     = "/health"
        expose   = true
        interval = "10s"
        timeout  = "2s"
      }

      connect {
        sidecar_service {}
      }
    }

    task "counter" {
      driver = "docker"

      config {
        image = "registry.example/counter:3"
      }

      resources {
        cpu    = 200
        memory = 128
      }
    }
  }

  group "dashboard" {
    count = 2

    network {
      mode = "bridge"

      port "http" {
        to = 9002
      }
    }

    service {
      name = "dashboard"
      port = "http"

      connect {
        sidecar_service {
          proxy {
            upstreams {
              destination_name = "counter"
              local_bind_port  = 8080
            }
          }
        }
      }
    }

    task "dashboard" {
      driver = "docker"

      env {
        COUNTING_SERVICE_URL = "http://${NOMAD_UPSTREAM_ADDR_counter}"
      }

      config {
        image = "registry.example/dashboard:3"
        ports = ["http"]
      }

      resources {
        cpu    = 200
        memory = 128
      }
    }
  }
}
