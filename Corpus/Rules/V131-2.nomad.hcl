# V131: a check of a group's service may
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type         = "tcp"
        address_mode = "alloc"
        interval     = "10s"
        timeout      = "2s"
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
