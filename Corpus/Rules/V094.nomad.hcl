# V094: volumes of system and sysbatch jobs are not per_alloc
# expect: volume-per-alloc error
# mended: per_alloc = false
# mended:
job "shop" {
  type = "system"

  group "web" {
    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
      access_mode     = "single-node-writer"
      per_alloc       = true # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
