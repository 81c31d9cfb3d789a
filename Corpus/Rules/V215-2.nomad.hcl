# V215: a checksum has as many digits as its type
# expect: artifact-malformed-checksum error
# mended: checksum = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      artifact {
        source = "https://example.com/app.tar.gz"
        options {
          checksum = "sha256:d41d8cd98f00b204e9800998ecf8427e" # <-
        }
      }
    }
  }
}
