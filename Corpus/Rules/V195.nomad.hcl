# V195: a task of a system job has no affinity
# expect: system-affinity error
job "shop" {
  type = "system"
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      affinity { # <-
        attribute = "${node.class}"
        value = "fast"
      }
    }
  }
}
