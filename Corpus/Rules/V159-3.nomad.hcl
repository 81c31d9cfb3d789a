# V159: a negative number of failures is taken for 0 before the server looks
# expect: check-threshold-negative warning
# mended: failures_before_critical = 1
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    service {
      name = "web"
      port = "http"
      check {
        type = "tcp"
        failures_before_critical = -1 # <-
        interval = "10s"
        timeout  = "2s"
      }
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
