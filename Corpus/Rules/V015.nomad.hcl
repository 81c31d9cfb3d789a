# V015: a system job has no spread
# expect: system-spread error
# mended:
job "shop" {
  type = "system"

  spread { attribute = "${node.datacenter}" } # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
