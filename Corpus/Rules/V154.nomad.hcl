# V154: a check of a service registered with Nomad does not use the driver's address
# expect: check-consul-only error
# mended: address_mode = "alloc"
# mended: address_mode = "host"
# mended:
job "shop" {
  group "web" {
    network {
      port "http" {}
    }
    service {
      name = "web"
      port = "http"
      provider = "nomad"
      check {
        type = "tcp"
        address_mode = "driver" # <-
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
