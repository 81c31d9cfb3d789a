# V004: the id has no null character in it
# expect: job-malformed-id error
# mended: id = "shop"
job "shop" {
  id = "shop\u0000" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
