# V002: the job has an id
# expect: job-malformed-id error
# mended: id = "shop-2"
# mended:
job "shop" {
  id = "" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
