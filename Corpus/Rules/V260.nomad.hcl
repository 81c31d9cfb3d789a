# V260: cores are not negative
# expect: resources-too-small error
# mended: cores = 1
# mended: cores = 0\ncpu = 100
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        cores = -1 # <-
      }
    }
  }
}
