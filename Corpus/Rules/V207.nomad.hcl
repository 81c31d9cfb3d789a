# V207: a task has at least 10 MB of memory
# expect: resources-too-small error
# mended: memory = 10
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        memory = 9 # <-
      }
    }
  }
}
