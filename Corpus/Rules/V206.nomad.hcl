# V206: a task has at least 1 MHz
# expect: resources-too-small error
# mended: cpu = 1
# mended: cores = 1
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        cpu = 0 # <-
      }
    }
  }
}
