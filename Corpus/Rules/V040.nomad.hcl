# V040: a group of a system job has no affinity
# expect: system-affinity error
# mended: constraint {
job "shop" {
  type = "system"

  group "web" {
    affinity { # <-
      attribute = "${node.class}"
      value     = "fast"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
