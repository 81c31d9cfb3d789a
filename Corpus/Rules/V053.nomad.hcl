# V053: the names of tasks are unique in their group
# expect: task-duplicate-name error
# mended: task "logs" {
# mended: task "Server" {
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }

    task "server" { # <-
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }

  group "api" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
