# V187: a task has a name
# expect: task-malformed-name error
# mended: task "server" {
job "shop" {
  group "web" {
    task "" { # <-
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
