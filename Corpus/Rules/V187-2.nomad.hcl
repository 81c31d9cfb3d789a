# V187: a task name has no slash
# expect: task-malformed-name error
# mended: task "server" {
# mended: task "web-server" {
job "shop" {
  group "web" {
    task "web/server" { # <-
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
