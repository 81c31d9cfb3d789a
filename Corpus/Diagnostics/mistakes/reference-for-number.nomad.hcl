job "web" {
  group "api" {
    count = "${meta.replicas}"

    network {
      port "http" {
        static = attr.unique.network.port
      }
    }

    task "server" {
      driver = "docker"
    }
  }
}
