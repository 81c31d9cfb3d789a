# V031: a job that is not periodic does not become so
# expect: job-changed-kind error
# running: V030.running.nomad.hcl
# mended:
job "shop" {
  type = "batch"

  periodic { crons = ["@daily"] } # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
