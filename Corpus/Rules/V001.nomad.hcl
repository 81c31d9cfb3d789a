# V001: the region is not empty
# expect: job-missing-region error
# mended: region = "west"
# mended:
job "shop" {
  region = "" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
