# V212: an artifact has a source
# expect: artifact-missing-source error
# mended: artifact {\n  source = "https://example.com/app.tar.gz"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      artifact { # <-
        destination = "local/app"
      }
    }
  }
}
