# V158: successes are counted for tcp, http and grpc checks only
# expect: check-threshold-type error
# mended: success_before_passing = 0
# mended:
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    service {
      name = "web"
      port = "http"
      check {
        type = "script"
        task = "server"
        command = "/bin/ok"
        success_before_passing = 3 # <-
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
