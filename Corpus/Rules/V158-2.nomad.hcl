# V158: tcp, http and grpc checks count successes
# expect: nothing
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
        success_before_passing = 3
        interval = "10s"
        timeout  = "2s"
      }
    }
    service {
      name = "api"
      port = "http"
      check {
        type = "http"
        path = "/health"
        success_before_passing = 3
        interval = "10s"
        timeout  = "2s"
      }
    }
    service {
      name = "rpc"
      port = "http"
      check {
        type = "grpc"
        success_before_passing = 3
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
