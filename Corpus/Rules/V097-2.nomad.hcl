# V097: since 1.10, with dynamic host volumes, it may have one
# expect: nothing
# target-version: 1.10
job "shop" {
  group "web" {
    volume "data" {
      type        = "host"
      source      = "data"
      access_mode = "single-node-writer"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
