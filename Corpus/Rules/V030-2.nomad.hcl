# V030: a job without a type is a service
# expect: job-changed-kind error
# running: V030.running.nomad.hcl
# mended: job "shop" {\n  type = "batch"
job "shop" { # <-
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
