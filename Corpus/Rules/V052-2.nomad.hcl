# V052: a task has a label
# expect: schema-missing-label error
# mended: task "server" {
job "shop" {
  group "web" {
    task { # <-
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
