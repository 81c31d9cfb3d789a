# V095: per_alloc and canaries exclude each other
# expect: volume-per-alloc error
# mended: per_alloc = false
job "shop" {
  group "web" {
    volume "data" {
      type            = "csi"
      source          = "data"
      attachment_mode = "file-system"
      access_mode     = "single-node-writer"
      per_alloc       = true # <-
    }

    update {
      canary = 1
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
