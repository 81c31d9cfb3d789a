# V209: since 1.11.2 a memory_max of -1 sets no limit
# expect: nothing
# target-version: 1.11.2
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
        memory_max = -1
      }
    }
  }
}
