# V159: since 1.7.3 failures before a warning are counted for tcp, http and grpc checks only
# expect: check-threshold-type error
# mended: failures_before_warning = 0
# mended:
# target-version: 1.7.3
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
        failures_before_warning = 3 # <-
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
