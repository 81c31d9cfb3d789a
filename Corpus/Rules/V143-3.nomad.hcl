# V143: checks of Nomad and script checks have both, too
# expect: check-missing-interval error
# mended: timeout = "1s"
job "shop" {
  group "web" {
    service {
      name     = "web"
      port     = "80"
      provider = "nomad"

      check {
        type     = "tcp"
        timeout  = "0s" # <-
        interval = "10s"
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
