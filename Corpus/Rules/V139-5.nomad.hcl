# V139: a runtime reference may stand in the path
# expect: nothing
job "shop" {
  group "web" {
    service {
      name = "web"
      port = "80"

      check {
        type     = "http"
        path     = "/${NOMAD_META_prefix}/health"
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
