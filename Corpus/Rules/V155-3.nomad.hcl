# V155: for a service registered with Consul any method goes
# expect: nothing
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    service {
      name = "web"
      port = "http"
      provider = "consul"
      check {
        type = "http"
        path = "/health"
        method = "PURGE"
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
