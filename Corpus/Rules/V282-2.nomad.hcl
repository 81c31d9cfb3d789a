# V282: the services of a task may have the delay of the task
# expect: service-missing-shutdown-delay warning
# mended: shutdown_delay = "5s"\nservice {
# target-version: 2.0.1
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      service { # <-
        name = "web"
      }
    }
  }
}
