# V050: a migrate block of a system job reaches its groups and is refused there
# expect: migrate-wrong-type error
# mended:
job "shop" {
  type = "system"

  migrate { max_parallel = 1 } # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
