# V281: memory_max is ignored where the cluster does not allow oversubscription
# expect: resources-memory-max-ignored warning
# mended: memory_max = 0
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        memory = 256
        memory_max = 512 # <-
      }
    }
  }
}
