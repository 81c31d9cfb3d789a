# V215: a checksum is a type and digits
# expect: artifact-malformed-checksum error
# mended: checksum = "md5:d41d8cd98f00b204e9800998ecf8427e"
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
          checksum = "d41d8cd98f00b204e9800998ecf8427e" # <-
        }
      }
    }
  }
}
