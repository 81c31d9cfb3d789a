# V205: a task asks for cores or for cpu
# expect: resources-cores-and-cpu error
# mended: cores = 0
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        cpu = 500
        cores = 2 # <-
      }
    }
  }
}
