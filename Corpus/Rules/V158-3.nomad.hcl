# V158: a negative number of successes is taken for 0 before the server looks
# expect: check-threshold-negative warning
# mended: success_before_passing = 0
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
        success_before_passing = -1 # <-
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
