# V264: the affinity of a numa block is none, prefer or require
# expect: resources-numa error
# mended: affinity = "none"
# mended: affinity = "prefer"
# mended: affinity = "require"
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        cores = 2
        numa {
          affinity = "must" # <-
        }
      }
    }
  }
}
