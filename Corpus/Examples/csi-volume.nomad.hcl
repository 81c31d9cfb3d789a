# A database on a CSI volume: one node has the plugin, another's is broken, the third has none.
job "orders" {
  datacenters = ["*"]

  group "db" {
    volume "data" {
      type            = "csi"
      source          = "orders"
      access_mode     = "single-node-writer"
      attachment_mode = "file-system"
    }

    task "db" {
      driver = "docker"

      config {
        image = "registry.example/orders-db:16"
      }

      volume_mount {
        volume      = "data"
        destination = "/var/lib/data"
      }

      resources {
        cpu    = 2000
        memory = 4096
      }
    }
  }
}
