# V033: a dispatched job is not replaced by one that is not
# expect: job-changed-kind error
# running: V033.running.nomad.json
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
