# V214: steps back count, wherever they stand
# expect: artifact-escapes-allocation error
# mended: destination = "local/../app"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      artifact {
        source = "https://example.com/app.tar.gz"
        destination = "local/../../../app" # <-
      }
    }
  }
}
