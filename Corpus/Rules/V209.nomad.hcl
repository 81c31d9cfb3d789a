# V209: memory_max is not below memory
# expect: resources-memory-max-too-small error
# mended: memory_max = 256
# mended: memory_max = 512
# mended: memory_max = 0
# mended:
# oversubscription: on
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        memory = 256
        memory_max = 255 # <-
      }
    }
  }
}
