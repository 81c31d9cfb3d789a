# V215: the type of a checksum is md5, sha1, sha256 or sha512
# expect: artifact-malformed-checksum error
# mended: checksum = "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709"
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
          checksum = "crc32:00000000" # <-
        }
      }
    }
  }
}
