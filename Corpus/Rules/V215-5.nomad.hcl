# V215: a checksum is not empty
# expect: artifact-malformed-checksum error
# mended: checksum = "sha512:cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
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
          checksum = " " # <-
        }
      }
    }
  }
}
