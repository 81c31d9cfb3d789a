# V188: a task has a driver
# expect: task-missing-driver error
# mended: task "server" {\n  driver = "docker"
job "shop" {
  group "web" {
    task "server" { # <-
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
