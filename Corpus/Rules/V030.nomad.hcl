# V030: the type of a registered job stays
# expect: job-changed-kind error
# running: V030.running.nomad.hcl
# mended: type = "batch"
job "shop" {
  type = "service" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
