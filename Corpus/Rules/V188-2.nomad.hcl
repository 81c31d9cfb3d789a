# V188: an empty driver is none
# expect: task-missing-driver error
# mended: driver = "docker"
job "shop" {
  group "web" {
    task "server" {
      driver = "" # <-
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
