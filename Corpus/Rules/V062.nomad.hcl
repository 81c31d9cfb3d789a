# V062: canary is not negative
# expect: update-negative error
# mended: canary = 0
# mended: canary = 1
job "shop" {
  group "web" {
    update {
      canary = -1 # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
