# V050: only service jobs have a migrate block
# expect: migrate-wrong-type error
# mended:
job "shop" {
  type = "batch"

  group "web" {
    migrate { max_parallel = 1 } # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
