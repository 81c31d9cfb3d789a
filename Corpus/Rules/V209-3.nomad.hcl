# V209: before 1.11.2 a memory_max of -1 is below memory
# expect: resources-memory-max-too-small error
# mended:
# target-version: 1.11.1
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
        memory_max = -1 # <-
      }
    }
  }
}
