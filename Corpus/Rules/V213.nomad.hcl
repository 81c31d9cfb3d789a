# V213: the mode of an artifact is any, file or dir
# expect: artifact-unknown-mode error
# mended: mode = "any"
# mended: mode = "file"
# mended: mode = "dir"
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
        mode = "tree" # <-
      }
    }
  }
}
