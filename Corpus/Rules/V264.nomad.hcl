# V264: a numa block goes with cores
# expect: resources-numa error
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        cpu = 500
        numa { # <-
          affinity = "require"
        }
      }
    }
  }
}
