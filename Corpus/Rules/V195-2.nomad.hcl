# V195: a task of a sysbatch job may have one
# expect: nothing
job "shop" {
  type = "sysbatch"
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      affinity {
        attribute = "${node.class}"
        value = "fast"
      }
    }
  }
}
