# V212: an empty source is none
# expect: artifact-missing-source error
# mended: source = "https://example.com/app.tar.gz"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      artifact {
        source = "" # <-
      }
    }
  }
}
