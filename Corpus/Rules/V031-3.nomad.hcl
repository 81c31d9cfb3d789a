# V031: a periodic job that is switched off is periodic still
# expect: nothing
# running: V031.running.nomad.hcl
job "shop" {
  type = "batch"

  periodic {
    enabled = false
    crons   = ["@daily"]
  }

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
