# V032: a parameterized job stays so
# expect: job-changed-kind error
# running: V032.running.nomad.hcl
# mended: job "shop" {\n  parameterized {}
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
