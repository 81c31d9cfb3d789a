# V002: the job's label is its id, so it is not empty
# expect: job-malformed-id error
# mended: job "shop" {
job "" { # <-
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
