# V031: a periodic job stays periodic
# expect: job-changed-kind error
# running: V031.running.nomad.hcl
# mended: job "shop" {\n  periodic {\n    crons = ["@hourly"]\n  }
job "shop" { # <-
  type = "batch"

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
