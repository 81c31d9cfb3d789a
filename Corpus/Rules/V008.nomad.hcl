# V008: the type is one of service, batch, system and sysbatch
# expect: job-unknown-type error
# mended: type = "service"
# mended: type = "batch"
# mended: type = "system"
# mended: type = "sysbatch"
# mended:
job "shop" {
  type = "daemon" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
