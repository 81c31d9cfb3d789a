# V013: a system job has no affinity
# expect: system-affinity error
# mended: constraint {
job "shop" {
  type = "system"

  affinity { # <-
    attribute = "${node.class}"
    value     = "fast"
  }

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
