# V215: the digits of a checksum are hexadecimal
# expect: artifact-malformed-checksum error
# mended: checksum = "md5:d41d8cd98f00b204e9800998ecf8427e"
# mended: checksum = "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709"
# mended: checksum = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
# mended: checksum = "sha512:cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
# mended: checksum = "md5:D41D8CD98F00B204E9800998ECF8427E"
# mended: checksum = "${meta.checksum}"
# mended:
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
          checksum = "md5:d41d8cd98f00b204e9800998ecf8427g" # <-
        }
      }
    }
  }
}
