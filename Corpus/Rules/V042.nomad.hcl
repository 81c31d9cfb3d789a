# V042: a group of a system job has no spread
# expect: system-spread error
# mended:
job "shop" {
  type = "system"

  group "web" {
    spread { attribute = "${node.datacenter}" } # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
