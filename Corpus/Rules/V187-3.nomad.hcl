# V187: a task name has no backslash
# expect: task-malformed-name error
# mended: task "server" {
job "shop" {
  group "web" {
    task "web\\server" { # <-
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
