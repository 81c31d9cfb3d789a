# V094: those of sysbatch jobs neither, host volumes among them
# expect: volume-per-alloc error
# mended: per_alloc = false
job "shop" {
  type = "sysbatch"

  group "web" {
    volume "data" {
      type      = "host"
      source    = "data"
      per_alloc = true # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
