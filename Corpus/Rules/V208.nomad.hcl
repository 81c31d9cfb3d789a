# V208: a task asks for no disk space; in a job file the key has no effect
# expect: resources-disk-in-task warning
# mended: disk = 0
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        disk = 500 # <-
      }
    }
  }
}
