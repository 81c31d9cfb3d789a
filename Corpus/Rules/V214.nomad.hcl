# V214: the destination of an artifact stays in the allocation
# expect: artifact-escapes-allocation error
# mended: destination = "../app"
# mended: destination = "local/../../app"
# mended: destination = "/app"
# mended: destination = "local/app"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      artifact {
        source = "https://example.com/app.tar.gz"
        destination = "../../app" # <-
      }
    }
  }
}
