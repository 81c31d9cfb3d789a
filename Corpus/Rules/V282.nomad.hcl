# V282: since 2.0.1 the server warns of services without a shutdown_delay
# expect: service-missing-shutdown-delay warning
# mended: shutdown_delay = "5s"\nservice {
# target-version: 2.0.1
job "shop" {
  group "web" {
    service { # <-
      name = "web"
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
