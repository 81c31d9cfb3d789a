# A load balancer at the edge: TLS on the public network, metrics on the private one.
# Nodes with the host network "public" can take it; one instance a node, since port 443 exists once per address.
job "load-balancer" {
  datacenters = ["fra"]
  type        = "service"

  group "haproxy" {
    count = 2

    constraint {
      attribute = "${attr.kernel.name}"
      value     = "linux"
    }

    network {
      mode = "bridge"

      port "https" {
        static       = 443
        to           = 8443
        host_network = "public"
      }

      port "metrics" {
        to           = 9101
        host_network = "private"
      }
    }

    service {
      name     = "load-balancer"
      port     = "https"
      provider = "nomad"

      check {
        type     = "tcp"
        interval = "10s"
        timeout  = "2s"
      }
    }

    task "haproxy" {
      driver = "docker"

      config {
        image = "haproxy:3.0"
        ports = ["https", "metrics"]
      }

      resources {
        cpu    = 500
        memory = 256
      }
    }
  }
}
